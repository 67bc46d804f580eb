package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping of a definition, whose fields are known by name. A field that is none of those is a mistake. */
final class Mapping {
    private final Value self;
    private final Map<String, Value> fields = new LinkedHashMap<>();

    /**
     * @param allowed the fields it may have; empty: any
     */
    Mapping(Value self, MappingNode node, List<String> allowed) {
        this.self = self;
        for (NodeTuple entry : node.getValue()) {
            String name = keyOf(entry.getKeyNode());
            String path = pathOf(self.path(), name);
            if (!allowed.isEmpty() && !allowed.contains(name)) {
                self.mistakes().add(entry.getKeyNode(), path, unknown(name, allowed));
            }
            fields.putIfAbsent(name, new Value(entry.getValueNode(), path, self.mistakes()));
        }
    }

    private static String unknown(String name, List<String> allowed) {
        return name.equals("<<")
                ? "merge keys are not part of YAML 1.2; write the fields out"
                : "unknown field; allowed: " + String.join(", ", allowed) + Suggestion.of(name, allowed);
    }

    static String keyOf(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    static String pathOf(String parent, String name) {
        boolean simple = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        String shown = simple && !name.isEmpty() ? Quote.bare(name) : "[" + Quote.of(name) + "]";
        return parent.isEmpty() || shown.startsWith("[") ? parent + shown : parent + "." + shown;
    }

    Map<String, Value> fields() {
        return fields;
    }

    Optional<Value> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Optional<Value> require(String name, String expected) {
        if (!fields.containsKey(name)) {
            self.mistakes().add(self.node(), pathOf(self.path(), name), "missing; expected " + expected);
        }
        return get(name);
    }
}
