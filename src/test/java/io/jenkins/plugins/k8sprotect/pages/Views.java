package io.jenkins.plugins.k8sprotect.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds views by the class that they belong to, as Stapler does, and refuses those that are not safe. */
final class Views {
    private Views() {}

    static Document load(Class<?> owner, String view) {
        String path = "/" + owner.getName().replace('.', '/').replace('$', '/') + "/" + view;
        try (InputStream in = owner.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("there is no view " + path);
            }
            return parse(in, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a view that escapes by default, and holds nothing that a Content-Security-Policy would block. */
    static Document parse(InputStream in, String path) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(in);
            Node first = document.getFirstChild();
            if (first.getNodeType() != Node.PROCESSING_INSTRUCTION_NODE
                    || !first.getNodeName().equals("jelly")
                    || !first.getNodeValue().contains("escape-by-default='true'")) {
                throw new AssertionError(path + " does not begin with <?jelly escape-by-default='true'?>");
            }
            check(document.getDocumentElement(), path);
            return document;
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(path + ": " + e.getMessage(), e);
        }
    }

    private static void check(Element element, String path) {
        String name = element.getNodeName();
        if (name.equals("script") || name.equals("style") || name.equals("j:out")) {
            throw new AssertionError(path + " has <" + name + ">");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String attribute = element.getAttributes().item(i).getNodeName();
            if (attribute.equals("style") || attribute.startsWith("on")) {
                throw new AssertionError(path + ": <" + name + "> has the attribute " + attribute);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                check(inner, path);
            }
        }
    }
}
