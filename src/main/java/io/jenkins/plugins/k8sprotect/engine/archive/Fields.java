package io.jenkins.plugins.k8sprotect.engine.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members of a JSON object and names the one that is not as it must be. Members that nobody asks for are
 * passed over: a later version may add some.
 */
final class Fields {
    private final ObjectNode json;
    private final String path;

    Fields(ObjectNode json, String path) {
        this.json = json;
        this.path = path;
    }

    String text(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isString()) {
            throw wrong(name, "a text");
        }
        return value.stringValue();
    }

    long number(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(name, "a whole number from 0");
        }
        return value.longValue();
    }

    boolean flag(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.booleanValue();
    }

    boolean has(String name) {
        return json.has(name);
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name, "a time such as 2026-11-22T15:30:45Z");
        }
    }

    <E extends Enum<E>> E one(Class<E> of, String name) {
        String text = text(name);
        return Arrays.stream(of.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, "one of " + Arrays.toString(of.getEnumConstants())));
    }

    Fields object(String name) {
        if (json.get(name) instanceof ObjectNode child) {
            return new Fields(child, path + name + ".");
        }
        throw wrong(name, "an object");
    }

    <T> List<T> objects(String name, Function<Fields, T> each) {
        if (!(json.get(name) instanceof ArrayNode array)) {
            throw wrong(name, "a list");
        }
        List<T> read = new ArrayList<>();
        for (JsonNode element : array) {
            String at = name + "[" + read.size() + "]";
            if (!(element instanceof ObjectNode child)) {
                throw wrong(at, "an object");
            }
            read.add(each.apply(new Fields(child, path + at + ".")));
        }
        return read;
    }

    List<String> texts(String name) {
        if (!(json.get(name) instanceof ArrayNode array)) {
            throw wrong(name, "a list");
        }
        List<String> read = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isString()) {
                throw wrong(name, "a list of texts");
            }
            read.add(element.stringValue());
        }
        return read;
    }

    /** No value in the message: it may be secret. */
    IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("field " + path + name + " is missing or not " + expected);
    }
}
