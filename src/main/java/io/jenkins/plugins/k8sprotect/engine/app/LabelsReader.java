package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.app.LabelRequirement.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a label selector in either of Kubernetes' forms: its text, or matchLabels and matchExpressions. */
final class LabelsReader {
    private static final String MATCH_LABELS = "matchLabels";
    private static final String MATCH_EXPRESSIONS = "matchExpressions";
    private static final List<String> FIELDS = List.of(MATCH_LABELS, MATCH_EXPRESSIONS);
    private static final List<String> EXPRESSION_FIELDS = List.of("key", "operator", "values");
    private static final Map<String, Operator> OPERATORS = Map.of(
            "In", Operator.IN,
            "NotIn", Operator.NOT_IN,
            "Exists", Operator.EXISTS,
            "DoesNotExist", Operator.DOES_NOT_EXIST);

    private LabelsReader() {}

    static Optional<LabelSelector> read(Value value) {
        int before = value.mistakes().size();
        Optional<LabelSelector> selector = value.isMapping()
                ? mapping(value).map(LabelsReader::fromMapping)
                : value.text(
                        "a label selector: text such as app=shop, or a mapping with matchLabels, matchExpressions",
                        LabelSelector::parse);
        if (selector.isPresent()
                && selector.get().isEverything()
                && value.mistakes().size() == before) {
            value.wrong("the selector is empty; give a requirement such as app=shop or remove the field");
        }
        return selector;
    }

    /** Labels written straight into the mapping are common enough to be told apart from a misspelt field. */
    private static Optional<Mapping> mapping(Value value) {
        Set<String> found = value.mapping("a label selector", List.of())
                .map(m -> m.fields().keySet())
                .orElse(Set.of());
        if (found.isEmpty()
                || found.stream()
                        .anyMatch(f ->
                                FIELDS.contains(f) || !Suggestion.of(f, FIELDS).isEmpty())) {
            return value.mapping("a label selector", FIELDS);
        }
        value.wrong("found labels; write them under matchLabels, or as text such as app=shop");
        return Optional.empty();
    }

    private static LabelSelector fromMapping(Mapping mapping) {
        List<LabelRequirement> requirements = new ArrayList<>();
        mapping.get(MATCH_LABELS)
                .flatMap(v -> v.mapping("a mapping of label to value", List.of()))
                .ifPresent(labels -> labels.fields()
                        .forEach((key, value) -> equal(key, value).ifPresent(requirements::add)));
        mapping.get(MATCH_EXPRESSIONS).ifPresent(list -> list.items("a list of expressions")
                .forEach(item -> expression(item).ifPresent(requirements::add)));
        return new LabelSelector(requirements);
    }

    private static Optional<LabelRequirement> equal(String key, Value value) {
        return value.text("a label's value", text -> new LabelRequirement(key, Operator.IN, List.of(text)));
    }

    private static Optional<LabelRequirement> expression(Value item) {
        int before = item.mistakes().size();
        return item.mapping("an expression: a mapping with key, operator, values", EXPRESSION_FIELDS)
                .flatMap(mapping -> {
                    Optional<String> key = mapping.require("key", "a label key").flatMap(v -> v.text("a label key"));
                    Optional<Operator> operator = mapping.require("operator", "In, NotIn, Exists or DoesNotExist")
                            .flatMap(v -> v.text("an operator", LabelsReader::operator));
                    List<String> values =
                            mapping.get("values").map(LabelsReader::values).orElse(List.of());
                    return item.mistakes().size() > before
                            ? Optional.empty()
                            : item.tryTo(() -> new LabelRequirement(key.get(), operator.get(), values));
                });
    }

    /** Kubernetes itself writes {@code values: []} beside Exists, so that an empty list is none given. */
    private static List<String> values(Value list) {
        return list.isEmptyList() ? List.of() : list.texts("value", text -> text);
    }

    private static Operator operator(String text) {
        Operator operator = OPERATORS.get(text);
        if (operator == null) {
            throw new IllegalArgumentException("found " + Quote.of(text) + "; allowed: In, NotIn, Exists, DoesNotExist"
                    + Suggestion.of(text, OPERATORS.keySet().stream().sorted().toList()));
        }
        return operator;
    }
}
