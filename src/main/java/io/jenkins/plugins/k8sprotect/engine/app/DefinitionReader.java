package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the document of an application. The result is of use only if no mistake was added. */
final class DefinitionReader {
    private static final List<String> FIELDS = List.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final List<String> SPEC_FIELDS =
            List.of("namespaces", "include", "exclude", "clusterScoped", "onForbidden");

    /** Kubernetes' ObjectMeta: a definition may come straight out of a cluster. Only the name is used. */
    private static final List<String> METADATA_FIELDS = List.of(
            "name",
            "namespace",
            "labels",
            "annotations",
            "finalizers",
            "ownerReferences",
            "managedFields",
            "uid",
            "resourceVersion",
            "generation",
            "generateName",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink");

    private final Value document;
    private final String source;

    DefinitionReader(Value document, String source) {
        this.document = document;
        this.source = source;
    }

    Optional<Application> read() {
        Optional<Mapping> root = document.mapping("a mapping with apiVersion, kind, metadata and spec", List.of());
        if (root.isEmpty() || !isKind(root.get())) {
            return Optional.empty();
        }
        Mapping fields = document.mapping("", FIELDS).orElseThrow();
        fields.require("apiVersion", Application.API_VERSION).ifPresent(v -> v.text("text", this::apiVersion));
        Optional<String> name = fields.require("metadata", "a mapping with the name")
                .flatMap(v -> v.mapping("a mapping with the name", METADATA_FIELDS))
                .flatMap(m -> m.require("name", "the application's name"))
                .flatMap(v -> v.text("the application's name", DefinitionReader::name));
        return fields.require("spec", "a mapping with namespaces")
                .flatMap(v -> v.mapping("a mapping with " + String.join(", ", SPEC_FIELDS), SPEC_FIELDS)
                        .map(spec -> application(name.orElse(""), v, spec)));
    }

    /** Another kind's fields are not worth a mistake each. */
    private boolean isKind(Mapping root) {
        return root.require("kind", Application.KIND)
                .flatMap(v -> v.text("text", kind -> same(kind, Application.KIND, "kind")))
                .isPresent();
    }

    private String apiVersion(String text) {
        return same(text, Application.API_VERSION, "version");
    }

    private static String same(String found, String expected, String what) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "found " + Quote.of(found) + "; the " + what + " of an application definition is " + expected);
        }
        return found;
    }

    private static String name(String text) {
        if (!LabelSyntax.isDnsLabel(text)) {
            throw new IllegalArgumentException("found " + Quote.of(text)
                    + "; allowed: 1 to 63 of a-z, 0-9 and -, first and last not - (a DNS label)");
        }
        return text;
    }

    private Application application(String name, Value specValue, Mapping spec) {
        int before = document.mistakes().size();
        List<NamePattern> namespaces = spec.get("namespaces")
                .map(v -> v.texts("namespace", NamePattern::ofNamespace))
                .orElse(List.of());
        boolean namespacesAreKnown = document.mistakes().size() == before;
        requireNamespaces(specValue, spec);
        RuleReader reader = new RuleReader(namespacesAreKnown ? namespaces : List.of());
        return new Application(
                name,
                namespaces,
                rules(spec, "include", reader, RuleReader::rules),
                rules(spec, "exclude", reader, RuleReader::rules),
                rules(spec, "clusterScoped", reader, RuleReader::clusterScopedRules),
                spec.get("onForbidden")
                        .flatMap(v -> v.text("error or warn", DefinitionReader::onForbidden))
                        .orElse(OnForbidden.ERROR),
                source);
    }

    private static List<Rule> rules(
            Mapping spec, String field, RuleReader reader, BiFunction<RuleReader, Value, List<Rule>> read) {
        return spec.get(field).map(v -> read.apply(reader, v)).orElse(List.of());
    }

    private static void requireNamespaces(Value specValue, Mapping spec) {
        if (spec.get("namespaces").isPresent()) {
            return;
        }
        if (spec.get("include").isPresent()) {
            spec.get("include").get().wrong("selects in spec.namespaces, which is missing; add it");
        } else if (spec.get("clusterScoped").isEmpty()) {
            specValue.wrong("selects nothing; give namespaces, clusterScoped or both");
        }
    }

    private static OnForbidden onForbidden(String text) {
        return switch (text) {
            case "error" -> OnForbidden.ERROR;
            case "warn" -> OnForbidden.WARN;
            default ->
                throw new IllegalArgumentException("found " + Quote.of(text) + "; allowed: error, warn"
                        + Suggestion.of(text, List.of("error", "warn")));
        };
    }
}
