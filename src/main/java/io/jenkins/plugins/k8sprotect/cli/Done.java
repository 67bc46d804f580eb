package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.RestoreOutcome;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanRows;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import java.util.List;

/**
 * What an operation gave back.
 *
 * @param result what came of it
 * @param rows what was decided about each object, for a plan or a restore; empty for others
 */
record Done(OperationResult result, List<ReportRow> rows) {
    static Done of(OperationResult result) {
        return new Done(result, List.of());
    }

    static Done of(RestoreOutcome outcome) {
        return new Done(outcome.result(), new PlanRows(outcome.plan().steps()));
    }
}
