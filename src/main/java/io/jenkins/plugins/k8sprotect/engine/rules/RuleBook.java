package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All rules in the order in which they are applied. Immutable apart from a cache; thread-safe. */
public final class RuleBook {
    private static final List<RestoreRule> ALL = List.of(
            new SystemObjects(),
            new OwnerReferences(),
            new ServiceRule(),
            new ServiceAccountRule(),
            new SecretRule(),
            new PodRule(),
            new JobRule(),
            new PersistentVolumeClaimRule(),
            new PersistentVolumeRule(),
            new AggregatedClusterRole(),
            new ControllerAnnotations(),
            new NamespaceMapping(),
            // Last: others look at status and managedFields.
            new StatusRule(),
            new ServerOwnedMetadata());

    private final List<RestoreRule> rules;
    private final Map<GroupKind, List<RestoreRule>> byKind = new ConcurrentHashMap<>();

    private RuleBook(List<RestoreRule> rules) {
        this.rules = rules;
    }

    public static RuleBook standard() {
        return new RuleBook(ALL);
    }

    public List<RestoreRule> rules() {
        return rules;
    }

    /**
     * Applies every rule that concerns the object's kind, also after one of them keeps the object out: a live object has
     * a normal form too when it would not be restored (a Job that finished since the backup).
     */
    public void apply(KubeObject object, RuleContext context) {
        concerning(object.groupKind()).forEach(rule -> rule.apply(object, context));
    }

    /** Lets every rule copy from the live object what a replacement must name. */
    public void carryOver(KubeObject live, KubeObject desired) {
        concerning(desired.groupKind()).forEach(rule -> rule.carryOver(live, desired));
    }

    private List<RestoreRule> concerning(GroupKind kind) {
        return byKind.computeIfAbsent(
                kind, k -> rules.stream().filter(r -> r.concerns(k)).toList());
    }
}
