package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** A step's arguments in a few words, as a build's pages show them: names alone, never a nested value. */
final class ShownArguments {
    private final Map<String, Object> arguments;
    private final StringBuilder text = new StringBuilder();

    private ShownArguments(Map<String, Object> arguments) {
        this.arguments = arguments;
    }

    static ShownArguments of(Map<String, Object> arguments) {
        return new ShownArguments(arguments);
    }

    ShownArguments app() {
        Object app = arguments.get("app");
        if (app == null) {
            return this;
        }
        String line = app.toString().strip();
        return word(line.indexOf('\n') >= 0 || line.startsWith("apiVersion") || line.startsWith("{") ? "" : line);
    }

    ShownArguments from(String parameter) {
        return after("from", shown(arguments.get(parameter)));
    }

    ShownArguments to(String parameter) {
        return after("to", shown(arguments.get(parameter)));
    }

    ShownArguments after(String preposition, String value) {
        return value.isEmpty() ? this : word(preposition + " " + value);
    }

    ShownArguments word(String word) {
        if (!word.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(word);
        }
        return this;
    }

    /** Null, as Jenkins wants it, if there is nothing to show. */
    String text() {
        return text.isEmpty() ? null : text.toString();
    }

    /** A name as it is, a choice by its symbol: what is nested may hold what nobody should see. */
    static String shown(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof ClusterChoice cluster) {
            return cluster.shown();
        }
        if (value instanceof StorageChoice storage) {
            return storage.shown();
        }
        if (value instanceof UninstantiatedDescribable nested) {
            return nested.getSymbol() == null ? "" : nested.getSymbol() + "(…)";
        }
        return value instanceof CharSequence ? value.toString() : "";
    }
}
