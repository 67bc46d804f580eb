package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.List;
import java.util.Optional;

/** Reads the rules of a definition. */
final class RuleReader {
    private static final List<String> FIELDS = List.of("kinds", "names", "labels", "namespaces");
    private static final List<String> CLUSTER_SCOPED_FIELDS = List.of("kinds", "names", "labels");

    private final List<NamePattern> own;

    /**
     * @param own the application's namespaces, which a rule's must lie in; empty: not known, so not checked
     */
    RuleReader(List<NamePattern> own) {
        this.own = own;
    }

    List<Rule> rules(Value list) {
        return rules(list, FIELDS);
    }

    List<Rule> clusterScopedRules(Value list) {
        return rules(list, CLUSTER_SCOPED_FIELDS);
    }

    private List<Rule> rules(Value list, List<String> fields) {
        return list.items("a list of rules").stream()
                .flatMap(item -> rule(item, fields).stream())
                .toList();
    }

    private Optional<Rule> rule(Value value, List<String> fields) {
        Optional<Mapping> mapping = value.mapping("a rule: a mapping with " + String.join(", ", fields), fields);
        if (mapping.isPresent() && mapping.get().fields().isEmpty()) {
            value.wrong("the rule has no condition; give at least one of " + String.join(", ", fields)
                    + " (kinds: [\"*\"] for everything)");
        }
        return mapping.map(rule -> new Rule(
                value.path(),
                rule.get("kinds").map(v -> v.texts("kind", KindPattern::parse)).orElse(List.of()),
                rule.get("names").map(v -> v.texts("name", NamePattern::new)).orElse(List.of()),
                rule.get("labels").flatMap(LabelsReader::read).orElse(LabelSelector.EVERYTHING),
                fields.contains("namespaces")
                        ? rule.get("namespaces")
                                .map(v -> v.texts("namespace", this::namespace))
                                .orElse(List.of())
                        : List.of()));
    }

    private NamePattern namespace(String text) {
        NamePattern pattern = NamePattern.ofNamespace(text);
        if (!own.isEmpty() && own.stream().noneMatch(o -> mayMeet(o, pattern))) {
            throw new IllegalArgumentException("found " + Quote.of(text)
                    + ", which none of spec.namespaces can match; a rule narrows them: add it there, or correct it");
        }
        return pattern;
    }

    /** Two globs may meet; whether they do, only the cluster's namespaces can tell. */
    private static boolean mayMeet(NamePattern own, NamePattern rule) {
        return rule.isPlain() ? own.matches(rule.text()) : !own.isPlain() || rule.matches(own.text());
    }
}
