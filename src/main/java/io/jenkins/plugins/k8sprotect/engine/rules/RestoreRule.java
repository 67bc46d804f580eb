package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;

/** One case family of the restore checklist. Stateless. */
public interface RestoreRule {
    /** Stable name in kebab-case, by which a user switches the rule off. */
    String id();

    /** Why the rule exists, in a sentence for the documentation. */
    String reason();

    /** Whether the rule looks at objects of this kind. */
    boolean concerns(GroupKind kind);

    /** Changes the object in place, or says that it is not to be restored. */
    void apply(KubeObject object, RuleContext context);

    /**
     * Copies from the live object what {@link #apply} took away and a replacement must name, because the server does not
     * let it change (a bound claim's volume, a Job's selector).
     */
    default void carryOver(KubeObject live, KubeObject desired) {}
}
