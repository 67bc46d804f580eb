package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What is done about one object.
 *
 * @param source the object in the backup, or null for one that the restore makes of itself (a namespace that the backup
 *     does not hold)
 * @param sourceUid its uid there; empty if there is none
 * @param target the object on the target
 * @param type how it is written there
 * @param action what is done
 * @param reason why; empty where the action says it all
 * @param stage when: steps of a lower stage are done before
 * @param changes for a replacement, what it changes, as far as that was looked up
 */
public record PlanStep(
        ObjectKey source,
        String sourceUid,
        ObjectKey target,
        ResourceType type,
        Action action,
        String reason,
        int stage,
        List<FieldChange> changes)
        implements Comparable<PlanStep>, Serializable {
    public PlanStep {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(action, "action");
        changes = List.copyOf(changes);
    }

    /** Whether carrying it out writes to the target. */
    public boolean writes() {
        return action == Action.CREATE || action == Action.REPLACE;
    }

    public PlanStep withChanges(List<FieldChange> found) {
        return new PlanStep(source, sourceUid, target, type, action, reason, stage, found);
    }

    /** By stage, then by what is written. */
    @Override
    public int compareTo(PlanStep other) {
        int byStage = Integer.compare(stage, other.stage);
        return byStage != 0 ? byStage : target.compareTo(other.target);
    }
}
