package io.jenkins.plugins.k8sprotect.engine.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Kubernetes object as a mutable JSON tree, with the accessors that many places need. Not thread-safe; {@link #copy}
 * before handing it to someone who may change it.
 */
public final class KubeObject {
    private final ObjectNode json;

    public KubeObject(ObjectNode json) {
        this.json = json;
    }

    public static KubeObject parse(byte[] bytes) {
        return new KubeObject(Json.object(bytes));
    }

    public ObjectNode json() {
        return json;
    }

    public KubeObject copy() {
        return new KubeObject(json.deepCopy());
    }

    public byte[] toBytes() {
        return Json.bytes(json);
    }

    public String apiVersion() {
        return text(json, "apiVersion");
    }

    public String kind() {
        return text(json, "kind");
    }

    public GroupKind groupKind() {
        return GroupKind.of(apiVersion(), kind());
    }

    public ObjectKey key() {
        return new ObjectKey(groupKind(), namespace(), name());
    }

    /** The object's metadata, made if it is missing. */
    public ObjectNode metadata() {
        return child(json, "metadata");
    }

    /** The object's spec, or null where it has none. */
    public ObjectNode spec() {
        return json.get("spec") instanceof ObjectNode spec ? spec : null;
    }

    public String namespace() {
        return text(metadata(), "namespace");
    }

    public String name() {
        return text(metadata(), "name");
    }

    public String uid() {
        return text(metadata(), "uid");
    }

    public String resourceVersion() {
        return text(metadata(), "resourceVersion");
    }

    public Map<String, String> labels() {
        return strings(metadata().get("labels"));
    }

    public Map<String, String> annotations() {
        return strings(metadata().get("annotations"));
    }

    public List<OwnerReference> owners() {
        List<OwnerReference> owners = new ArrayList<>();
        for (JsonNode ref : elements(metadata().get("ownerReferences"))) {
            owners.add(new OwnerReference(
                    text(ref, "apiVersion"),
                    text(ref, "kind"),
                    text(ref, "name"),
                    text(ref, "uid"),
                    ref.path("controller").asBoolean(false)));
        }
        return owners;
    }

    /** Removes a label or annotation ({@code map} names which map), and the map itself when nothing is left in it. */
    public void removeFromMetadataMap(String map, String key) {
        if (metadata().get(map) instanceof ObjectNode entries && entries.remove(key) != null && entries.isEmpty()) {
            metadata().remove(map);
        }
    }

    /** A text field; empty if it is absent, null or not a text. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        return value == null || !value.isString() ? "" : value.stringValue();
    }

    /** The elements of an array; none if it is absent or no array. */
    public static Iterable<JsonNode> elements(JsonNode node) {
        return node instanceof ArrayNode array ? array : List.of();
    }

    /** The object under {@code field}, made if it is missing or something else. */
    public static ObjectNode child(ObjectNode parent, String field) {
        return parent.get(field) instanceof ObjectNode existing ? existing : parent.putObject(field);
    }

    private static Map<String, String> strings(JsonNode node) {
        if (!(node instanceof ObjectNode entries)) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        entries.properties().forEach(e -> map.put(e.getKey(), e.getValue().asString("")));
        return map;
    }

    @Override
    public String toString() {
        return key().toString();
    }
}
