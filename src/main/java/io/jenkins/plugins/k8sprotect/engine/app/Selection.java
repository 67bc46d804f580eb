package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.app.Decision.Verdict;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.List;

/**
 * Decides what is part of an application. Pure, immutable and thread-safe.
 *
 * <p>The {@code mayWant} methods say what need not be listed; they never say no to what {@link #decide} would include.
 */
public final class Selection {
    private final Application app;

    private Selection(Application app) {
        this.app = app;
    }

    public static Selection of(Application app) {
        return new Selection(app);
    }

    /** Whether it is one of the application's own namespaces, and not left out as a whole by an exclude rule. */
    public boolean wantsNamespace(String name) {
        return isOwn(name) && app.exclude().stream().noneMatch(r -> r.matchesAllIn(name));
    }

    /** The namespaces that are named without a glob and wanted, in the order written. */
    public List<String> explicitNamespaces() {
        return app.namespaces().stream()
                .filter(NamePattern::isPlain)
                .map(NamePattern::text)
                .distinct()
                .filter(this::wantsNamespace)
                .toList();
    }

    /** Whether namespaces are selected by a glob, so that the cluster's namespaces must be listed. */
    public boolean needsNamespaceList() {
        return !app.namespaces().stream().allMatch(NamePattern::isPlain);
    }

    /** Whether an object of that type can be part of it at all. */
    public boolean mayWant(ResourceType type) {
        return maySelect(type) && app.exclude().stream().noneMatch(r -> r.matchesAllOf(type));
    }

    /**
     * Whether an object of that type in that namespace can be part of it at all.
     *
     * @param namespace ignored for a cluster-scoped type
     */
    public boolean mayWant(ResourceType type, String namespace) {
        if (!type.namespaced()) {
            return mayWant(type);
        }
        return isOwn(namespace)
                && (app.include().isEmpty() || app.include().stream().anyMatch(r -> r.mayMatch(type, namespace)))
                && app.exclude().stream().noneMatch(r -> r.matchesAllOf(type, namespace));
    }

    private boolean maySelect(ResourceType type) {
        if (!type.namespaced()) {
            return isOwnNamespaceType(type) || app.clusterScoped().stream().anyMatch(r -> r.mayMatch(type));
        }
        return !app.namespaces().isEmpty()
                && (app.include().isEmpty() || app.include().stream().anyMatch(r -> r.mayMatch(type)));
    }

    private boolean isOwnNamespaceType(ResourceType type) {
        return Rule.isNamespace(type) && !app.namespaces().isEmpty();
    }

    /** Whether that object is part of it, and why. */
    public Decision decide(ObjectHeader object) {
        Decision selected = select(object);
        return selected.included() ? exclude(object, selected) : selected;
    }

    private Decision select(ObjectHeader object) {
        return object.type().namespaced() ? selectNamespaced(object) : selectClusterScoped(object);
    }

    private Decision selectNamespaced(ObjectHeader object) {
        if (!isOwn(object.namespace())) {
            return notSelected("namespace " + object.namespace() + " is none of the application's");
        }
        if (app.include().isEmpty()) {
            return new Decision(Verdict.INCLUDED, List.of(), "in namespace " + object.namespace());
        }
        return byRules(app.include(), object, "no include rule matches");
    }

    private Decision selectClusterScoped(ObjectHeader object) {
        if (Rule.isNamespace(object.type()) && isOwn(object.name())) {
            return new Decision(
                    Verdict.INCLUDED, matching(app.clusterScoped(), object), "Namespace of the application");
        }
        return byRules(app.clusterScoped(), object, "no clusterScoped rule matches");
    }

    private static Decision byRules(List<Rule> rules, ObjectHeader object, String otherwise) {
        List<Rule> matching = matching(rules, object);
        return matching.isEmpty()
                ? notSelected(otherwise)
                : new Decision(Verdict.INCLUDED, matching, matching.get(0).where());
    }

    private Decision exclude(ObjectHeader object, Decision selected) {
        List<Rule> matching = matching(app.exclude(), object);
        if (!matching.isEmpty()) {
            return new Decision(Verdict.EXCLUDED, matching, matching.get(0).where());
        }
        if ("true".equals(object.labels().get(Application.EXCLUDE_LABEL))) {
            return new Decision(Verdict.EXCLUDED, List.of(), "label " + Application.EXCLUDE_LABEL);
        }
        return selected;
    }

    private static Decision notSelected(String reason) {
        return new Decision(Verdict.NOT_SELECTED, List.of(), reason);
    }

    private static List<Rule> matching(List<Rule> rules, ObjectHeader object) {
        return rules.stream().filter(r -> r.matches(object)).toList();
    }

    private boolean isOwn(String namespace) {
        return app.namespaces().stream().anyMatch(n -> n.matches(namespace));
    }
}
