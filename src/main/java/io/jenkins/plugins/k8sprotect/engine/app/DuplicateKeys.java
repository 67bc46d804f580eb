package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reports keys that a mapping gives twice, anywhere in a document: which one counts would be a guess. */
final class DuplicateKeys {
    private final Mistakes mistakes;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    DuplicateKeys(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void check(Node node, String path) {
        if (!seen.add(node)) {
            return; // An alias: told where its anchor is.
        }
        if (node instanceof MappingNode mapping) {
            checkMapping(mapping, path);
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node item : sequence.getValue()) {
                check(item, path + "[" + index++ + "]");
            }
        }
    }

    private void checkMapping(MappingNode mapping, String path) {
        Map<String, Node> first = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String name = Mapping.keyOf(entry.getKeyNode());
            String entryPath = Mapping.pathOf(path, name);
            Node earlier = first.putIfAbsent(name, entry.getKeyNode());
            if (earlier != null) {
                int line = earlier.getStartMark().map(Mark::getLine).orElse(-1) + 1;
                mistakes.add(entry.getKeyNode(), entryPath, "given twice, first in line " + line + "; remove one");
            }
            check(entry.getValueNode(), entryPath);
        }
    }
}
