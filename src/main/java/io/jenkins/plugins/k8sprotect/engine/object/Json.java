package io.jenkins.plugins.k8sprotect.engine.object;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper of the engine, and the few ways it is used. */
public final class Json {
    /** Numbers keep their exact digits: a float that is read and written again must not change. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Parses one JSON object.
     *
     * @throws IllegalArgumentException if the bytes are no JSON object; the message holds no content, which may be
     *     secret
     */
    public static ObjectNode object(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON, at byte "
                    + (e.getLocation() == null ? 0 : e.getLocation().getByteOffset()));
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    public static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }
}
