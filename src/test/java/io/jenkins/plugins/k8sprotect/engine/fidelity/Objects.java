package io.jenkins.plugins.k8sprotect.engine.fidelity;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What many places ask of an object. Keys are {@code group/Kind|namespace|name}, the core group being empty. */
final class Objects {
    private Objects() {}

    static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    static String groupKind(JsonNode object) {
        return groupOf(text(object, "apiVersion")) + "/" + text(object, "kind");
    }

    static String key(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return key(groupKind(object), text(metadata, "namespace"), text(metadata, "name"));
    }

    static String key(String groupKind, String namespace, String name) {
        return groupKind + "|" + namespace + "|" + name;
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static String label(JsonNode object, String name) {
        return text(object.path("metadata").path("labels"), name);
    }

    static String annotation(JsonNode object, String name) {
        return text(object.path("metadata").path("annotations"), name);
    }

    static List<JsonNode> elements(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        if (node instanceof ArrayNode array) {
            array.forEach(elements::add);
        }
        return elements;
    }

    static ObjectNode objectAt(ObjectNode parent, String field) {
        return parent.get(field) instanceof ObjectNode child ? child : parent.objectNode();
    }

    /** The key of an owner, in the namespace of what it owns or in none. */
    static List<String> possibleKeys(JsonNode reference, String namespace) {
        String kind = groupOf(text(reference, "apiVersion")) + "/" + text(reference, "kind");
        return List.of(key(kind, namespace, text(reference, "name")), key(kind, "", text(reference, "name")));
    }
}
