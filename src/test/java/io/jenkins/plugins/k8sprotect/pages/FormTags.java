package io.jenkins.plugins.k8sprotect.pages;

import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.ListBoxModel;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.w3c.dom.Element;

/** Jenkins' form tags, as far as the plugin's forms use them: each control shows what its field holds. */
final class FormTags {
    private final Page page;
    private final StringBuilder out;

    FormTags(Page page, StringBuilder out) {
        this.page = page;
        this.out = out;
    }

    void render(Element element, Map<String, Object> variables) {
        switch (element.getLocalName()) {
            case "entry" -> entry(element, variables);
            case "section" ->
                wrap(
                        "<fieldset><legend>" + text(element, "title", variables) + "</legend>",
                        element,
                        variables,
                        "</fieldset>");
            case "advanced" ->
                wrap("<details open=\"open\"><summary>Advanced</summary>", element, variables, "</details>");
            case "block" -> page.children(element, variables);
            case "textbox", "number" -> input(element, variables);
            case "textarea" ->
                out.append("<textarea rows=\"4\" name=\"")
                        .append(field(variables))
                        .append("\">")
                        .append(shown(element, variables))
                        .append("</textarea>");
            case "checkbox" ->
                out.append("<input type=\"checkbox\" name=\"")
                        .append(field(variables))
                        .append('"')
                        .append(Boolean.TRUE.equals(held(variables)) ? " checked=\"checked\"" : "")
                        .append("></input>");
            case "select" -> select(element, variables);
            case "dropdownDescriptorSelector" -> choice(element, variables);
            case "repeatableProperty" -> repeated(element, variables);
            case "repeatableDeleteButton" -> out.append("<button>Delete</button>");
            case "validateButton" ->
                out.append("<button>").append(text(element, "title", variables)).append("</button>");
            default -> throw new AssertionError("unknown: f:" + element.getLocalName());
        }
    }

    private void entry(Element element, Map<String, Object> variables) {
        Map<String, Object> inner = new HashMap<>(variables);
        inner.put("field", element.getAttribute("field"));
        out.append("<div class=\"entry\"><label>")
                .append(text(element, "title", variables))
                .append("</label>");
        page.children(element, inner);
        out.append("</div>");
    }

    private void input(Element element, Map<String, Object> variables) {
        out.append("<input name=\"")
                .append(field(variables))
                .append("\" value=\"")
                .append(shown(element, variables))
                .append("\"></input>");
    }

    /** Options by the descriptor's own method; where these depend on who asks, as with credentials, only what is chosen. */
    private void select(Element element, Map<String, Object> variables) {
        Object held = held(variables);
        out.append("<select name=\"").append(field(variables)).append("\">");
        Optional<Method> options = options(variables);
        if (options.isEmpty()) {
            option(String.valueOf(held), true);
        } else {
            for (ListBoxModel.Option option : fill(options.get(), variables)) {
                option(option.name, Objects.equals(option.value, held));
            }
        }
        out.append("</select>");
    }

    private void option(String name, boolean selected) {
        out.append(selected ? "<option selected=\"selected\">" : "<option>")
                .append(Page.escaped(name))
                .append("</option>");
    }

    /** @throws AssertionError if the descriptor has no method at all for the field */
    private static Optional<Method> options(Map<String, Object> variables) {
        String field = field(variables);
        String name = "doFill" + Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Items";
        Class<?> descriptor = variables.get("descriptor").getClass();
        Method method = Arrays.stream(descriptor.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(descriptor + " has no " + name));
        return method.getParameterCount() == 0 ? Optional.of(method) : Optional.empty();
    }

    private static ListBoxModel fill(Method method, Map<String, Object> variables) {
        try {
            return (ListBoxModel) method.invoke(variables.get("descriptor"));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method.toString(), e);
        }
    }

    private void choice(Element element, Map<String, Object> variables) {
        Object chosen = Expressions.value("${instance." + element.getAttribute("field") + "}", variables);
        out.append("<fieldset><legend>")
                .append(text(element, "title", variables))
                .append("</legend><select>");
        for (Object each : (Collection<?>) Expressions.value(element.getAttribute("descriptors"), variables)) {
            Descriptor<?> descriptor = (Descriptor<?>) each;
            option(descriptor.getDisplayName(), descriptor.clazz == chosen.getClass());
        }
        out.append("</select>");
        page.include(chosen, "config.jelly");
        out.append("</fieldset>");
    }

    private void repeated(Element element, Map<String, Object> variables) {
        for (Object each : (Collection<?>) held(variables)) {
            out.append("<fieldset><legend>")
                    .append(text(element, "header", variables))
                    .append("</legend>");
            page.include((Describable<?>) each, "config.jelly");
            page.children(element, variables);
            out.append("</fieldset>");
        }
        out.append("<button>").append(text(element, "add", variables)).append("</button>");
    }

    private static String shown(Element element, Map<String, Object> variables) {
        Object value = element.hasAttribute("value")
                ? Expressions.value(element.getAttribute("value"), variables)
                : held(variables);
        return value == null ? Page.escaped(element.getAttribute("default")) : Page.escaped(value.toString());
    }

    private static Object held(Map<String, Object> variables) {
        return Expressions.valueOrNull("instance." + field(variables), variables);
    }

    private static String field(Map<String, Object> variables) {
        return variables.get("field").toString();
    }

    private static String text(Element element, String attribute, Map<String, Object> variables) {
        return Expressions.text(element.getAttribute(attribute), variables, Page::escaped);
    }

    private void wrap(String before, Element element, Map<String, Object> variables, String after) {
        out.append(before);
        page.children(element, variables);
        out.append(after);
    }
}
