package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a manifest: Kubernetes objects in YAML (several documents) or JSON, as kubectl takes them, at most 10 MiB. A
 * {@code v1 List} stands for its items.
 */
public final class ManifestParser {
    private final Mistakes mistakes;
    private final List<ManifestDocument> documents = new ArrayList<>();

    private ManifestParser(String sourceName) {
        this.mistakes = new Mistakes(sourceName);
    }

    /**
     * @param sourceName what the text is called in messages, such as a file's name
     * @return the objects in their order, at least one; each has apiVersion, kind and a name
     * @throws InvalidDefinition with every mistake that was found; it quotes names of fields and kinds, no values
     */
    public static List<ManifestDocument> parse(String text, String sourceName) {
        ManifestParser parser = new ManifestParser(sourceName);
        List<Node> roots = YamlDocuments.parse(text, YamlForm.MANIFEST, parser.mistakes);
        ManifestJson json = new ManifestJson(parser.mistakes);
        for (Node root : roots) {
            new DuplicateKeys(parser.mistakes).check(root, "");
            parser.document(root, json);
        }
        if (parser.documents.isEmpty() && parser.mistakes.size() == 0) {
            parser.mistakes.add(0, 0, "", "is empty; expected Kubernetes objects in YAML or JSON");
        }
        parser.mistakes.throwIfAny();
        return List.copyOf(parser.documents);
    }

    private void document(Node root, ManifestJson converter) {
        if (ManifestJson.isNull(root)) {
            return; // Nothing but comments between two separators.
        }
        if (!(root instanceof MappingNode mapping)) {
            mistakes.add(root, "", "is no Kubernetes object; expected a mapping with apiVersion, kind and metadata");
            return;
        }
        List<Node> items = itemsOfList(mapping);
        if (items != null) {
            items.forEach(item -> document(item, converter));
        } else {
            object(mapping, (ObjectNode) converter.of(mapping));
        }
    }

    private void object(MappingNode root, ObjectNode json) {
        KubeObject object = new KubeObject(json);
        require(root, object.apiVersion(), "apiVersion");
        require(root, object.kind(), "kind");
        if (!(json.get("metadata") instanceof ObjectNode metadata)) {
            mistakes.add(root, "metadata", "missing; expected a mapping with the object's name");
            return;
        }
        require(root, KubeObject.text(metadata, "name"), "metadata.name");
        if (metadata.has("managedFields")) {
            mistakes.add(root, "metadata.managedFields", "is written by the server alone; leave it out");
        }
        documents.add(new ManifestDocument(line(root), object));
    }

    private void require(Node root, String value, String field) {
        if (value.isEmpty()) {
            mistakes.add(root, field, "missing, or no text; expected a text");
        }
    }

    /** The items of a {@code v1 List}; null if it is anything else. */
    private static List<Node> itemsOfList(MappingNode mapping) {
        boolean list = ManifestJson.text(mapping, "kind").equals("List")
                && ManifestJson.text(mapping, "apiVersion").equals("v1");
        if (list) {
            for (NodeTuple field : mapping.getValue()) {
                if (Mapping.keyOf(field.getKeyNode()).equals("items")
                        && field.getValueNode() instanceof SequenceNode items) {
                    return items.getValue();
                }
            }
        }
        return null;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
