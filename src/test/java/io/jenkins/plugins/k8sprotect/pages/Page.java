package io.jenkins.plugins.k8sprotect.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One view rendered for one object. */
public final class Page {
    private static final String LAYOUT = "/lib/layout";

    private final StringBuilder out = new StringBuilder();

    private Page() {}

    /**
     * The HTML of a view.
     *
     * @param it what the view is about; its class has the view
     * @param view the file's name, such as {@code index.jelly}
     */
    public static String render(Object it, String view) {
        Page page = new Page();
        page.include(it, view);
        return page.out.toString();
    }

    private void include(Object it, String view) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("it", it);
        variables.put("instance", it);
        variables.put("rootURL", "/jenkins");
        children(Views.load(it.getClass(), view).getDocumentElement(), variables);
    }

    private void children(Node parent, Map<String, Object> variables) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element, variables);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                out.append(Expressions.text(child.getNodeValue(), variables, Page::escaped));
            }
        }
    }

    private void element(Element element, Map<String, Object> variables) {
        String library = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        switch (library) {
            case "" -> html(element, variables);
            case "jelly:core" -> core(element, variables);
            case "jelly:stapler" -> stapler(element, variables);
            case LAYOUT, "/lib/hudson" -> layout(element, variables);
            case "/lib/form" -> form(element, variables);
            default -> throw new AssertionError("unknown: " + library + " " + element.getLocalName());
        }
    }

    private void html(Element element, Map<String, Object> variables) {
        out.append('<').append(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                String value = Expressions.text(attribute.getNodeValue(), variables, Page::escaped);
                out.append(' ').append(attribute.getNodeName()).append("=\"").append(value);
                out.append('"');
            }
        }
        out.append('>');
        children(element, variables);
        out.append("</").append(element.getTagName()).append('>');
    }

    private void core(Element element, Map<String, Object> variables) {
        switch (element.getLocalName()) {
            case "if" -> {
                if (Boolean.TRUE.equals(Expressions.value(element.getAttribute("test"), variables))) {
                    children(element, variables);
                }
            }
            case "forEach" -> {
                Map<String, Object> inner = new HashMap<>(variables);
                for (Object item : (Collection<?>) Expressions.value(element.getAttribute("items"), variables)) {
                    inner.put(element.getAttribute("var"), item);
                    children(element, inner);
                }
            }
            default -> throw new AssertionError("unknown: j:" + element.getLocalName());
        }
    }

    private void stapler(Element element, Map<String, Object> variables) {
        switch (element.getLocalName()) {
            case "adjunct" ->
                out.append("<style>")
                        .append(resource(element.getAttribute("includes").replace('.', '/') + ".css"))
                        .append("</style>");
            case "include" -> {
                if (!element.getAttribute("page").equals("sidepanel.jelly")) {
                    include(Expressions.value(element.getAttribute("it"), variables), element.getAttribute("page"));
                }
            }
            default -> throw new AssertionError("unknown: st:" + element.getLocalName());
        }
    }

    private void layout(Element element, Map<String, Object> variables) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            given.put(attribute.getNodeName(), Expressions.text(attribute.getNodeValue(), variables, Page::escaped));
        }
        switch (element.getLocalName()) {
            case "layout" -> wrap("<main><title>" + given.get("title") + "</title>", element, variables, "</main>");
            case "main-panel" -> wrap("<div id=\"main-panel\">", element, variables, "</div>");
            case "app-bar" ->
                wrap(
                        "<div class=\"jenkins-app-bar\"><h1>" + given.get("title") + "</h1>",
                        element,
                        variables,
                        "</div>");
            case "card" ->
                wrap(
                        "<div class=\"jenkins-card\"><div class=\"jenkins-card__title\">" + given.get("title")
                                + "</div><div class=\"jenkins-card__content\">",
                        element,
                        variables,
                        "</div></div>");
            case "icon" ->
                out.append(symbol(given.get("src")).replace("<svg", "<svg class=\"" + given.get("class") + "\""));
            case "summary" ->
                wrap(
                        "<table><tbody><tr><td class=\"summary-icon\">" + symbol(given.get("icon")) + "</td><td>",
                        element,
                        variables,
                        "</td></tr></tbody></table>");
            default -> throw new AssertionError("unknown: " + element.getLocalName());
        }
    }

    private void form(Element element, Map<String, Object> variables) {
        switch (element.getLocalName()) {
            case "entry" -> {
                Map<String, Object> inner = new HashMap<>(variables);
                inner.put("field", element.getAttribute("field"));
                String title = Expressions.text(element.getAttribute("title"), variables, Page::escaped);
                out.append("<label>").append(title);
                children(element, inner);
                out.append("</label>");
            }
            case "textbox" -> {
                Object value = Expressions.value("${instance." + variables.get("field") + "}", variables);
                out.append("<input name=\"").append(variables.get("field")).append("\" value=\"");
                out.append(escaped(value.toString())).append("\"></input>");
            }
            default -> throw new AssertionError("unknown: f:" + element.getLocalName());
        }
    }

    private void wrap(String before, Element element, Map<String, Object> variables, String after) {
        out.append(before);
        children(element, variables);
        out.append(after);
    }

    /** The drawing of {@code symbol-name plugin-k8s-protect}. */
    private static String symbol(String symbol) {
        String plugin = " plugin-k8s-protect";
        if (!symbol.startsWith("symbol-") || !symbol.endsWith(plugin)) {
            throw new AssertionError("not a symbol of this plugin: " + symbol);
        }
        String name = symbol.substring("symbol-".length(), symbol.length() - plugin.length());
        return resource("images/symbols/" + name + ".svg").trim();
    }

    private static String resource(String path) {
        try (InputStream in = Page.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new AssertionError("there is no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
