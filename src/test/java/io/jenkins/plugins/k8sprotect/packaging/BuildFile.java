package io.jenkins.plugins.k8sprotect.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a {@code pom.xml} says, its properties filled in. */
final class BuildFile {

    private static final Pattern PROPERTY = Pattern.compile("[$][{]([^}]+)[}]");

    private final Element project;

    private BuildFile(Element project) {
        this.project = project;
    }

    static BuildFile read(Path pom) {
        try {
            return new BuildFile(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(pom + " cannot be read", e);
        }
    }

    /** The text of an element directly below the project's. */
    String field(String name) {
        return text(project, name);
    }

    String property(String name) {
        return text(child(project, "properties"), name);
    }

    /** Versions of the dependencies in a scope, by {@code groupId:artifactId}, managed ones filled in. */
    Map<String, String> dependencies(String scope) {
        Map<String, String> managed = versions(child(child(project, "dependencyManagement"), "dependencies"), null);
        Map<String, String> versions = versions(child(project, "dependencies"), scope);
        versions.replaceAll((name, version) -> version == null ? managed.get(name) : version);
        return versions;
    }

    private Map<String, String> versions(Element list, String scope) {
        Map<String, String> versions = new TreeMap<>();
        for (Element dependency : children(list)) {
            String found = text(dependency, "scope");
            if (scope == null || scope.equals(found == null ? "compile" : found)) {
                versions.put(
                        text(dependency, "groupId") + ":" + text(dependency, "artifactId"),
                        text(dependency, "version"));
            }
        }
        return versions;
    }

    private String text(Element parent, String name) {
        Element element = child(parent, name);
        return element == null ? null : filled(element.getTextContent().strip());
    }

    private String filled(String text) {
        Matcher matcher = PROPERTY.matcher(text);
        return matcher.replaceAll(m -> Matcher.quoteReplacement(property(m.group(1))));
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(e -> e.getTagName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
