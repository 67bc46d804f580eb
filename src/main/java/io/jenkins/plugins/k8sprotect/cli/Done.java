package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import java.util.List;

/**
 * What an operation gave back.
 *
 * @param result what came of it
 * @param rows the objects of a plan or a restore; may be a view that is computed as it is read; empty for others
 */
record Done(OperationResult result, List<ReportRow> rows) {
    static Done of(OperationResult result) {
        return new Done(result, List.of());
    }
}
