package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.cluster.KubeconfigYaml.Scalar;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A mapping in a kubeconfig, asked for its fields by name. Messages name the field and never quote a value. */
final class KubeconfigSection {
    private final Map<String, Object> fields;
    private final String at;

    /** @param at what messages begin with: which kubeconfig, and where in it */
    KubeconfigSection(Map<String, Object> fields, String at) {
        this.fields = fields;
        this.at = at;
    }

    String at() {
        return at;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether the field is there and not null. */
    boolean has(String field) {
        Object value = fields.get(field);
        return value != null && !(value instanceof Scalar scalar && scalar.isNull());
    }

    /** A text, or null if it is not there. A number or truth value counts as it was written. */
    String text(String field) {
        if (!has(field)) {
            return null;
        }
        if (fields.get(field) instanceof Scalar scalar) {
            return scalar.text();
        }
        throw wrong(field, "a text");
    }

    /** As {@link #text}, but null also for an empty one. */
    String filled(String field) {
        String text = text(field);
        return text == null || text.isBlank() ? null : text;
    }

    boolean flag(String field) {
        String text = text(field);
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw wrong(field, "true or false");
    }

    /** A mapping; one without fields if it is not there. */
    KubeconfigSection section(String field) {
        if (!has(field)) {
            return new KubeconfigSection(Map.of(), at + ": " + field);
        }
        return section(fields.get(field), field);
    }

    /** A list of mappings; empty if it is not there. */
    List<KubeconfigSection> sections(String field) {
        return items(field, "a list of mappings")
                .map(item -> section(item, field))
                .toList();
    }

    /** A list of texts; empty if it is not there. */
    List<String> texts(String field) {
        return items(field, "a list of texts")
                .map(item -> {
                    if (item instanceof Scalar scalar) {
                        return scalar.text();
                    }
                    throw wrong(field, "a list of texts");
                })
                .toList();
    }

    private Stream<?> items(String field, String expected) {
        if (!has(field)) {
            return Stream.of();
        }
        if (fields.get(field) instanceof List<?> list) {
            return list.stream();
        }
        throw wrong(field, expected);
    }

    @SuppressWarnings("unchecked")
    private KubeconfigSection section(Object value, String field) {
        if (value instanceof Map<?, ?> mapping) {
            return new KubeconfigSection((Map<String, Object>) mapping, at + ": " + field);
        }
        throw wrong(field, "a mapping");
    }

    private InvalidAccess wrong(String field, String expected) {
        return new InvalidAccess(at + ": " + field + ": expected " + expected);
    }
}
