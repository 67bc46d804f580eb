package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.RestoreOutcome;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOutcome;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanRows;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import java.util.List;

/**
 * What an operation gave back.
 *
 * @param result what came of it
 * @param rows what was decided about each object, for a plan or a restore; empty for others
 * @param runs commands that a hook ran; empty for others
 */
record Done(OperationResult result, List<ReportRow> rows, List<TargetRun> runs) {
    Done(OperationResult result, List<ReportRow> rows) {
        this(result, rows, List.of());
    }

    static Done of(OperationResult result) {
        return new Done(result, List.of());
    }

    static Done of(RestoreOutcome outcome) {
        return new Done(outcome.result(), new PlanRows(outcome.plan().steps()));
    }

    static Done of(HookOutcome outcome) {
        return new Done(outcome.result(), List.of(), outcome.runs());
    }

    /** What a report lists: objects, or the pods in which something was run. */
    List<ReportRow> reported() {
        return runs.isEmpty() ? rows : runs.stream().map(TargetRun::row).toList();
    }
}
