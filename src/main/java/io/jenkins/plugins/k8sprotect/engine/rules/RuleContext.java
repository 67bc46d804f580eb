package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a rule may know beside the object, and where it says what it decided. One for each object; not thread-safe.
 *
 * <p>The facts shared by all objects are in {@link Facts}.
 */
public final class RuleContext {
    /**
     * What is the same for all objects of a restore.
     *
     * @param namespaces source namespace → target namespace, only those that differ
     * @param ownerUids uids of owners that are restored, or that live on the target; null if every owner is there
     * @param statusIsContent kinds whose status is plain content, since they have no status subresource
     */
    public record Facts(Map<String, String> namespaces, Set<String> ownerUids, Predicate<GroupKind> statusIsContent) {
        public Facts {
            namespaces = Map.copyOf(namespaces);
        }

        /** For the normal form of an object where it stands: nothing is mapped, every owner is there. */
        public static Facts inPlace(Predicate<GroupKind> statusIsContent) {
            return new Facts(Map.of(), null, statusIsContent);
        }
    }

    private final Facts facts;
    private final List<Finding> findings = new ArrayList<>();
    private String skipReason;

    public RuleContext(Facts facts) {
        this.facts = facts;
    }

    /** The target namespace of a source namespace: itself unless it is mapped. */
    public String map(String namespace) {
        return facts.namespaces.getOrDefault(namespace, namespace);
    }

    public boolean mapsNamespaces() {
        return !facts.namespaces.isEmpty();
    }

    /** Whether the owner is restored too, so that the reference can follow it. */
    public boolean hasOwner(OwnerReference owner) {
        return facts.ownerUids == null || facts.ownerUids.contains(owner.uid());
    }

    public boolean statusIsContent(GroupKind kind) {
        return facts.statusIsContent.test(kind);
    }

    /** Says that the object is not to be restored. The first reason counts. */
    public void skip(String reason) {
        if (skipReason == null) {
            skipReason = reason;
        }
    }

    public void tell(Finding finding) {
        findings.add(finding);
    }

    /** Why the object is not to be restored, or null if it is. */
    public String skipReason() {
        return skipReason;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
