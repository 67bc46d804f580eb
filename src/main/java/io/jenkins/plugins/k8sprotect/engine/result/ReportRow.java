package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a plan decided, or a restore did, about one object: a line of a report.
 *
 * @param object the object, as it is named in the target cluster
 * @param action the plan's word for what is done, such as {@code create} or {@code skip}
 * @param reason why, as a phrase for a person; empty where the action says it all
 * @param changes each field that changes, as a line for a person; no secret value in it
 */
public record ReportRow(ObjectKey object, String action, String reason, List<String> changes) implements Serializable {
    public ReportRow {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(reason, "reason");
        changes = List.copyOf(changes);
    }
}
