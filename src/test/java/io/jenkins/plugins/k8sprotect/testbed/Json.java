package io.jenkins.plugins.k8sprotect.testbed;

import io.jenkins.plugins.k8sprotect.testbed.RawApi.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees from JSON and YAML texts. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    /** The JSON object of an answer; an empty object where the server answered none. */
    static ObjectNode object(Answer answer) {
        return answer.body().isBlank() ? MAPPER.createObjectNode() : (ObjectNode) parse(answer.body());
    }

    static ObjectNode object(Map<String, ?> values) {
        return MAPPER.valueToTree(values);
    }

    /** Kubernetes objects of a YAML text with any number of documents, those of a List one by one. */
    static List<ObjectNode> manifests(String yaml) {
        List<ObjectNode> objects = new ArrayList<>();
        for (Object document :
                new Load(LoadSettings.builder().setCodePointLimit(1 << 28).build()).loadAllFromString(yaml)) {
            JsonNode node = MAPPER.valueToTree(document);
            if (node.path("kind").asString("").endsWith("List") && node.has("items")) {
                node.get("items").forEach(item -> objects.add((ObjectNode) item));
            } else if (node.isObject()) {
                objects.add((ObjectNode) node);
            }
        }
        return objects;
    }
}
