package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the uid out of a stored object's bytes without building a tree. */
final class Uids {
    private Uids() {}

    /** The object's {@code metadata.uid}; empty if there is none. */
    static String of(byte[] json) {
        try (JsonParser p = Json.MAPPER.createParser(json)) {
            p.nextToken();
            while (p.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean metadata = p.currentName().equals("metadata");
                p.nextToken();
                if (metadata) {
                    return ofMetadata(p);
                }
                p.skipChildren();
            }
        }
        return "";
    }

    private static String ofMetadata(JsonParser p) {
        while (p.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean uid = p.currentName().equals("uid");
            p.nextToken();
            if (uid) {
                return p.getString();
            }
            p.skipChildren();
        }
        return "";
    }
}
