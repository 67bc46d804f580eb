package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an object's header out of its bytes, and stops as soon as the metadata was seen. */
final class HeaderReader {
    private String namespace = "";
    private String name = "";
    private String uid = "";
    private Map<String, String> labels = Map.of();
    private Map<String, String> annotations = Map.of();
    private List<OwnerReference> owners = List.of();
    private boolean deleting;
    private boolean typed;

    private HeaderReader() {}

    /**
     * What was read.
     *
     * @param header the header
     * @param typed whether the object itself says {@code apiVersion} and {@code kind}; items of a built-in list do not
     */
    record Read(ObjectHeader header, boolean typed) {}

    /** @throws IllegalArgumentException if the bytes are no Kubernetes object */
    static Read read(ResourceType type, byte[] json) {
        HeaderReader reader = new HeaderReader();
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            reader.object(parser);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("an item of " + type.qualifiedResource() + " is not JSON");
        }
        if (reader.name.isEmpty()) {
            throw new IllegalArgumentException("an item of " + type.qualifiedResource() + " has no metadata.name");
        }
        ObjectHeader header = new ObjectHeader(
                type,
                type.namespaced() ? reader.namespace : "",
                reader.name,
                reader.uid,
                reader.labels,
                reader.annotations,
                reader.owners,
                reader.deleting);
        return new Read(header, reader.typed);
    }

    private void object(JsonParser p) {
        p.nextToken();
        while (p.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = p.currentName();
            p.nextToken();
            if (field.equals("metadata")) {
                metadata(p);
                return;
            }
            typed |= field.equals("kind");
            p.skipChildren();
        }
    }

    private void metadata(JsonParser p) {
        while (p.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = p.currentName();
            p.nextToken();
            switch (field) {
                case "namespace" -> namespace = text(p);
                case "name" -> name = text(p);
                case "uid" -> uid = text(p);
                case "labels" -> labels = strings(p);
                case "annotations" -> annotations = strings(p);
                case "ownerReferences" -> owners = owners(p);
                case "deletionTimestamp" -> deleting = p.currentToken() == JsonToken.VALUE_STRING;
                default -> p.skipChildren();
            }
        }
    }

    /** A scalar as text; empty for null. */
    private static String text(JsonParser p) {
        return p.currentToken() == JsonToken.VALUE_NULL ? "" : p.getString();
    }

    private static Map<String, String> strings(JsonParser p) {
        if (p.currentToken() != JsonToken.START_OBJECT) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        while (p.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = p.currentName();
            p.nextToken();
            map.put(key, text(p));
        }
        return map;
    }

    private static List<OwnerReference> owners(JsonParser p) {
        List<OwnerReference> owners = new ArrayList<>();
        if (p.currentToken() == JsonToken.START_ARRAY) {
            while (p.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> o = new LinkedHashMap<>();
                while (p.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = p.currentName();
                    p.nextToken();
                    o.put(key, text(p));
                }
                owners.add(new OwnerReference(
                        o.getOrDefault("apiVersion", ""),
                        o.getOrDefault("kind", ""),
                        o.getOrDefault("name", ""),
                        o.getOrDefault("uid", ""),
                        "true".equals(o.get("controller"))));
            }
        }
        return owners;
    }
}
