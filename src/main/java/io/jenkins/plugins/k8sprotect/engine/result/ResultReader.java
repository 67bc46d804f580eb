package io.jenkins.plugins.k8sprotect.engine.result;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of one JSON object and names the path of what is wrong. */
final class ResultReader {
    private final JsonNode json;
    private final String path;

    ResultReader(JsonNode json, String path) {
        this.json = json;
        this.path = path;
        if (!(json instanceof ObjectNode)) {
            throw new IllegalArgumentException(path + " is not a JSON object");
        }
    }

    boolean has(String field) {
        return json.has(field);
    }

    String text(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isString()) {
            throw wrong(field, "a string");
        }
        return value.stringValue();
    }

    long number(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, "a whole number");
        }
        return value.longValue();
    }

    Instant instant(String field) {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeException e) {
            throw wrong(field, "a time such as 2026-01-31T12:00:00Z");
        }
    }

    <E extends Enum<E>> E word(String field, Class<E> type) {
        String word = text(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        field,
                        "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    ResultReader child(String field) {
        return new ResultReader(json.get(field), path + "." + field);
    }

    <T> List<T> list(String field, Function<ResultReader, T> item) {
        List<T> items = new ArrayList<>();
        for (JsonNode element : array(field)) {
            items.add(item.apply(new ResultReader(element, path + "." + field + "[" + items.size() + "]")));
        }
        return items;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (!element.isString()) {
                throw wrong(field + "[" + texts.size() + "]", "a string");
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    private ArrayNode array(String field) {
        if (json.get(field) instanceof ArrayNode array) {
            return array;
        }
        throw wrong(field, "a list");
    }

    private IllegalArgumentException wrong(String field, String expected) {
        return new IllegalArgumentException(
                path + "." + field + (json.has(field) ? " is not " + expected : " is missing: " + expected));
    }
}
