package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import java.util.AbstractList;
import java.util.List;

/** The steps of a plan as rows of a report: a view, since a plan may have a hundred thousand of them. */
public final class PlanRows extends AbstractList<ReportRow> {
    private final List<PlanStep> steps;

    public PlanRows(List<PlanStep> steps) {
        this.steps = steps;
    }

    @Override
    public ReportRow get(int index) {
        PlanStep step = steps.get(index);
        List<String> changes =
                step.changes().stream().map(FieldChange::toString).toList();
        return new ReportRow(step.target(), step.action().word(), reason(step), changes);
    }

    private static String reason(PlanStep step) {
        String reason = step.reason() == null ? "" : step.reason();
        boolean moved = step.source() != null && !step.source().equals(step.target());
        return !moved ? reason : "from " + step.source() + (reason.isEmpty() ? "" : "; " + reason);
    }

    @Override
    public int size() {
        return steps.size();
    }
}
