package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.app.LabelRequirement.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Kubernetes' text form of a label selector, with the grammar of apimachinery's {@code labels.Parse}: an identifier is
 * any run of characters that are neither blank nor one of {@code = , ! ( ) > <}; {@code in} and {@code notin} are
 * operators only where an operator stands.
 */
final class LabelSelectorParser {
    private static final String SPECIAL = "=!,()<>";
    private static final String FORM = "; allowed: requirements such as app=shop, app!=shop, tier in (a,b),"
            + " tier notin (a,b), app, !app, joined by commas";
    private static final String END = "";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    LabelSelectorParser(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            int end = endOfToken(at);
            if (!isBlank(text.charAt(at))) {
                tokens.add(text.substring(at, end));
            }
            at = end;
        }
    }

    private int endOfToken(int start) {
        char first = text.charAt(start);
        int end = start + 1;
        if (SPECIAL.indexOf(first) >= 0) {
            return text.startsWith("==", start) || text.startsWith("!=", start) ? end + 1 : end;
        }
        while (!isBlank(first)
                && end < text.length()
                && SPECIAL.indexOf(text.charAt(end)) < 0
                && !isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    List<LabelRequirement> requirements() {
        List<LabelRequirement> requirements = new ArrayList<>();
        if (tokens.isEmpty()) {
            return requirements;
        }
        do {
            requirements.add(requirement());
        } while (accept(","));
        if (!peek().equals(END)) {
            throw wrong("a comma or the end");
        }
        return requirements;
    }

    private LabelRequirement requirement() {
        if (accept("!")) {
            return new LabelRequirement(identifier("a label key"), Operator.DOES_NOT_EXIST, List.of());
        }
        String key = identifier("a label key");
        String operator = peek();
        if (operator.equals(END) || operator.equals(",")) {
            return new LabelRequirement(key, Operator.EXISTS, List.of());
        }
        next++;
        return switch (operator) {
            case "=", "==" -> new LabelRequirement(key, Operator.IN, List.of(valueOrNothing()));
            case "!=" -> new LabelRequirement(key, Operator.NOT_IN, List.of(valueOrNothing()));
            case "in" -> new LabelRequirement(key, Operator.IN, values());
            case "notin" -> new LabelRequirement(key, Operator.NOT_IN, values());
            case ">" -> new LabelRequirement(key, Operator.GREATER_THAN, List.of(identifier("an integer")));
            case "<" -> new LabelRequirement(key, Operator.LESS_THAN, List.of(identifier("an integer")));
            default -> {
                next--;
                throw wrong("an operator after " + Quote.of(key));
            }
        };
    }

    /** {@code x=} asks for the label x with an empty value. */
    private String valueOrNothing() {
        return peek().equals(END) || peek().equals(",") ? "" : identifier("a value");
    }

    /** {@code (a,b)}; an entry may be empty, but {@code ()} has no entry. */
    private List<String> values() {
        if (!accept("(")) {
            throw wrong("'(' and values");
        }
        List<String> values = new ArrayList<>();
        if (accept(")")) {
            return values;
        }
        do {
            values.add(peek().equals(",") || peek().equals(")") ? "" : identifier("a value"));
        } while (accept(","));
        if (!accept(")")) {
            throw wrong("',' or ')'");
        }
        return values;
    }

    private String identifier(String what) {
        String token = peek();
        if (token.equals(END) || SPECIAL.indexOf(token.charAt(0)) >= 0) {
            throw wrong(what);
        }
        next++;
        return token;
    }

    private boolean accept(String token) {
        if (peek().equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    private IllegalArgumentException wrong(String expected) {
        String found = peek().equals(END) ? "the end" : Quote.of(peek());
        return new IllegalArgumentException(
                "label selector " + Quote.of(text) + ": found " + found + ", expected " + expected + FORM);
    }
}
