package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Results that say what the engine could not know. Never better than they were. */
final class Results {
    private Results() {}

    /** With one more finding. */
    static OperationResult and(OperationResult result, Finding finding) {
        List<Finding> findings = new ArrayList<>(result.findings());
        findings.add(finding);
        return with(result, result.outcome().worse(OperationResult.outcomeOf(List.of(finding))), findings);
    }

    /**
     * What was stopped because its time was over has failed: nobody asked for it to stop. What had ended in time stays
     * as it is.
     */
    static OperationResult pastDeadline(OperationResult result) {
        if (result.outcome() != Outcome.ABORTED) {
            return result;
        }
        List<Finding> findings = new ArrayList<>(result.findings());
        findings.removeIf(f -> f.code().equals("stopped"));
        findings.add(Finding.failure(
                "deadline",
                null,
                "not done when its time was over, and stopped at a safe point; give it more with timeoutMinutes"));
        return with(result, Outcome.FAILED, findings);
    }

    /** Of an operation that failed before, or without, an answer of the engine. */
    static OperationResult failed(
            String operation, String application, String backupId, Instant started, Clock clock, Finding finding) {
        return new OperationResult(
                operation,
                application,
                backupId,
                Outcome.FAILED,
                started,
                Duration.between(started, clock.instant()).toMillis(),
                "",
                "",
                List.of(),
                List.of(finding),
                List.of());
    }

    private static OperationResult with(OperationResult r, Outcome outcome, List<Finding> findings) {
        return new OperationResult(
                r.operation(),
                r.application(),
                r.backupId(),
                outcome,
                r.started(),
                r.durationMillis(),
                r.identity(),
                r.cluster(),
                r.counts(),
                findings,
                r.timings());
    }
}
