package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanStep;

/**
 * One object that is to be written.
 *
 * @param step the plan's step
 * @param recorded {@code managedFields} and {@code status} as they were backed up, nothing else; {@code null} for an
 *     object that the restore makes of itself
 * @param wanted the object as it shall be on the target
 */
record Desired(PlanStep step, KubeObject recorded, KubeObject wanted) {
    /** For messages, and in the order of paths. */
    @Override
    public String toString() {
        return step.target().toString();
    }
}
