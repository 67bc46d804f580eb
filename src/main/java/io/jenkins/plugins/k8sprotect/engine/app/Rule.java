package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * One rule: an object matches when every condition given matches; inside a condition one entry is enough. A condition
 * that is empty is not given.
 *
 * <p>For the {@code namespaces} condition a Namespace counts as lying in itself, so that a rule about a namespace is
 * also about its Namespace object; any other cluster-scoped object lies in none and does not match such a rule.
 *
 * @param where the rule's place, for messages and results: {@code spec.include[0]}, {@code exclude Secret/shop/db}
 * @param kinds kinds, one of which must match
 * @param names names, one of which must match
 * @param labels label selector; {@link LabelSelector#EVERYTHING} where not given
 * @param namespaces namespaces, one of which must match
 */
public record Rule(
        String where,
        List<KindPattern> kinds,
        List<NamePattern> names,
        LabelSelector labels,
        List<NamePattern> namespaces)
        implements Serializable {
    public Rule {
        Objects.requireNonNull(where, "where");
        kinds = List.copyOf(kinds);
        names = List.copyOf(names);
        Objects.requireNonNull(labels, "labels");
        namespaces = List.copyOf(namespaces);
    }

    public boolean matches(ObjectHeader object) {
        return matchesKind(object.type())
                && matchesNamespace(namespaceOf(object))
                && (names.isEmpty() || names.stream().anyMatch(n -> n.matches(object.name())))
                && labels.matches(object.labels());
    }

    /** Whether an object of that type can match at all. */
    public boolean mayMatch(ResourceType type) {
        return matchesKind(type) && (namespaces.isEmpty() || type.namespaced() || isNamespace(type));
    }

    /**
     * Whether an object of that type in that namespace can match at all.
     *
     * @param namespace {@code ""} for a cluster-scoped type; for Namespaces the name of one
     */
    public boolean mayMatch(ResourceType type, String namespace) {
        return matchesKind(type) && matchesNamespace(namespace);
    }

    /** Whether it matches every object of that type in that namespace, so that none need be looked at. */
    boolean matchesAllOf(ResourceType type, String namespace) {
        return mayMatch(type, namespace) && matchesAnyNameAndLabels();
    }

    /** Whether it matches every object of that type, wherever it lies. */
    boolean matchesAllOf(ResourceType type) {
        return matchesKind(type) && namespaces.isEmpty() && matchesAnyNameAndLabels();
    }

    /** Whether it matches everything in that namespace, whatever its kind. */
    boolean matchesAllIn(String namespace) {
        return (kinds.isEmpty()
                        || kinds.stream()
                                .anyMatch(k -> k.kind().equals("*") && k.group().equals("*")))
                && matchesNamespace(namespace)
                && matchesAnyNameAndLabels();
    }

    private boolean matchesAnyNameAndLabels() {
        return (names.isEmpty() || names.stream().anyMatch(NamePattern::isEverything)) && labels.isEverything();
    }

    private boolean matchesKind(ResourceType type) {
        return kinds.isEmpty() || kinds.stream().anyMatch(k -> k.matches(type));
    }

    private boolean matchesNamespace(String namespace) {
        return namespaces.isEmpty()
                || !namespace.isEmpty() && namespaces.stream().anyMatch(n -> n.matches(namespace));
    }

    static boolean isNamespace(ResourceType type) {
        return type.group().isEmpty() && type.kind().equals("Namespace");
    }

    static String namespaceOf(ObjectHeader object) {
        return isNamespace(object.type()) ? object.name() : object.namespace();
    }
}
