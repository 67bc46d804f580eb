package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON of a manifest's nodes. What aliases stand for is written out, and bounded in all. */
final class ManifestJson {
    private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();

    private final Mistakes mistakes;
    private long characters;

    ManifestJson(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    JsonNode of(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.getValue().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode mapping(MappingNode mapping) {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            ScalarNode name = (ScalarNode) entry.getKeyNode(); // The settings allow no other keys.
            if (name.getTag().equals(ManifestSchema.PLAIN) && name.getValue().equals("<<")) {
                mistakes.add(name, "<<", "merge keys are not part of YAML 1.2; write the fields out");
            } else {
                count(name, name.getValue().length());
                object.set(name.getValue(), of(entry.getValueNode()));
            }
        }
        return object;
    }

    private JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        count(node, text.length());
        if (node.getTag().equals(Tag.STR)) {
            return NODES.stringNode(text);
        }
        Optional<JsonNode> value =
                node.getTag().equals(ManifestSchema.PLAIN) ? ManifestScalar.of(text) : Optional.empty();
        if (value.isEmpty()) {
            mistakes.add(node, "", "a tag, or a number, that JSON does not have; write a text in quotes or a number");
        }
        return value.orElseGet(NODES::nullNode);
    }

    /** A long text that many aliases repeat. */
    private void count(Node node, int length) {
        characters += length;
        if (characters > YamlForm.MANIFEST.maxBytes()) {
            mistakes.add(
                    node,
                    "",
                    "more than " + YamlForm.MANIFEST.maxBytes() + " characters, aliases counted as their text");
            throw mistakes.asException();
        }
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getTag().equals(ManifestSchema.PLAIN)
                && ManifestScalar.of(scalar.getValue()).filter(JsonNode::isNull).isPresent();
    }

    /** A field's text; empty if it has none. */
    static String text(MappingNode mapping, String field) {
        for (NodeTuple entry : mapping.getValue()) {
            if (Mapping.keyOf(entry.getKeyNode()).equals(field) && entry.getValueNode() instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
        }
        return "";
    }
}
