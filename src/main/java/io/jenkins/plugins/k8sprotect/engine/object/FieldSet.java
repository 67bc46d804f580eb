package io.jenkins.plugins.k8sprotect.engine.object;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code fieldsV1} sets: {@code f:NAME} is a field, {@code k:{…}} an element of a list by its keys, {@code v:…} an
 * element by its value, {@code i:N} one by its index, {@code .} the thing itself (FieldsV1 in the API reference).
 */
public final class FieldSet {
    private FieldSet() {}

    /** Whether at least one field of the set is in the object. */
    public static boolean touches(ObjectNode set, JsonNode node) {
        for (var entry : set.properties()) {
            if (entry.getKey().equals(".")) {
                continue;
            }
            JsonNode child = find(node, entry.getKey());
            if (child != null && entry.getValue() instanceof ObjectNode below) {
                if (below.isEmpty() || isLeaf(below) || touches(below, child)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLeaf(ObjectNode below) {
        return below.size() == 1 && below.has(".");
    }

    /** A copy of the object with only the fields of the set, and the keys of list elements that are in it. */
    public static ObjectNode extract(ObjectNode set, ObjectNode object) {
        ObjectNode result = Json.newObject();
        for (var entry : set.properties()) {
            String key = entry.getKey();
            JsonNode child = key.startsWith("f:") ? object.get(key.substring(2)) : null;
            if (child != null) {
                result.set(key.substring(2), part((ObjectNode) entry.getValue(), child));
            }
        }
        return result;
    }

    private static JsonNode part(ObjectNode set, JsonNode node) {
        if (set.isEmpty()) {
            return node.deepCopy();
        }
        if (node instanceof ObjectNode object) {
            return extract(set, object);
        }
        return node instanceof ArrayNode array ? elements(set, array) : node.deepCopy();
    }

    private static ArrayNode elements(ObjectNode set, ArrayNode array) {
        ArrayNode result = Json.MAPPER.createArrayNode();
        for (int i = 0; i < array.size(); i++) {
            JsonNode element = array.get(i);
            for (var entry : set.properties()) {
                if (matches(entry.getKey(), element, i)) {
                    result.add(element(entry.getKey(), (ObjectNode) entry.getValue(), element));
                    break;
                }
            }
        }
        return result;
    }

    private static JsonNode element(String key, ObjectNode below, JsonNode element) {
        JsonNode part = part(below, element);
        if (key.startsWith("k:") && part instanceof ObjectNode object) {
            identity(key).properties().forEach(k -> object.set(k.getKey(), k.getValue()));
        }
        return part;
    }

    private static JsonNode find(JsonNode node, String key) {
        if (key.startsWith("f:")) {
            return node instanceof ObjectNode object ? object.get(key.substring(2)) : null;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (matches(key, array.get(i), i)) {
                    return array.get(i);
                }
            }
        }
        return null;
    }

    private static boolean matches(String key, JsonNode element, int index) {
        if (key.startsWith("k:")) {
            for (var wanted : identity(key).properties()) {
                JsonNode found = element.get(wanted.getKey());
                if (found == null
                        || !found.asString("").equals(wanted.getValue().asString(""))) {
                    return false;
                }
            }
            return true;
        }
        if (key.startsWith("v:")) {
            return element.toString().equals(key.substring(2));
        }
        return key.equals("i:" + index);
    }

    private static ObjectNode identity(String key) {
        return Json.object(key.substring(2).getBytes(StandardCharsets.UTF_8));
    }
}
