package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.k8sprotect.engine.result.Aftermath;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import io.jenkins.plugins.k8sprotect.engine.result.TextReport;
import io.jenkins.plugins.k8sprotect.engine.result.Words;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Ends the step: what came of the operation goes into the log, to the Pipeline, and into the build's result. */
final class Conclusion {
    /** Findings in the message that a failed step shows; the log and the report have all. */
    private static final int IN_MESSAGE = 3;

    private final StepContext context;
    private final OperationArguments arguments;
    private final BuildLog log;

    Conclusion(StepContext context, OperationArguments arguments, BuildLog log) {
        this.context = context;
        this.arguments = arguments;
        this.log = log;
    }

    /**
     * Ends it.
     *
     * @param ending null if it was stopped before anything was begun
     * @param stopped what Jenkins asked to stop with; null if it did not
     */
    void conclude(Ending ending, Throwable stopped) throws IOException, InterruptedException {
        if (ending != null) {
            tell(ending);
        } else {
            log.say(arguments.step() + ": stopped before it began");
        }
        if (stopped != null) {
            context.onFailure(stopped);
        } else if (ending == null) {
            context.onFailure(new AbortException(arguments.step() + ": stopped before it began"));
        } else {
            decide(ending);
        }
    }

    private void tell(Ending ending) {
        OperationResult result = ending.answer().result();
        log.say(TextReport.render(result).stripTrailing());
        if (!ending.artifacts().isEmpty()) {
            log.say("  reports   " + ending.artifacts() + " in the build's artifacts");
        }
        if (result.outcome() == Outcome.ABORTED) {
            log.say(Aftermath.ofStopped(result.operation()));
        }
    }

    private void decide(Ending ending) throws IOException, InterruptedException {
        OperationResult result = ending.answer().result();
        switch (arguments.policy().decide(result.outcome())) {
            case FAIL -> context.onFailure(new AbortException(message(ending)));
            case UNSTABLE -> {
                markUnstable(message(ending));
                context.onSuccess(ProtectionResult.of(ending.answer(), ending.artifacts()));
            }
            case PASS -> context.onSuccess(ProtectionResult.of(ending.answer(), ending.artifacts()));
        }
    }

    private void markUnstable(String message) throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        if (node != null) {
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(message));
        }
        Run<?, ?> run = context.get(Run.class);
        run.setResult(Result.UNSTABLE);
    }

    /** What failed, the gravest findings, and where the rest is. */
    private String message(Ending ending) {
        OperationResult result = ending.answer().result();
        StringBuilder text = new StringBuilder(arguments.step()).append(": ");
        text.append(Words.title(result)).append(": ").append(Words.outcome(result.outcome()));
        List<Finding> grave = result.findings().stream()
                .filter(f -> f.severity() != Finding.Severity.EXPECTED)
                .toList();
        grave.stream().limit(IN_MESSAGE).forEach(f -> text.append("; ").append(ResultMaps.sentence(f)));
        if (grave.size() > IN_MESSAGE) {
            text.append("; and ").append(grave.size() - IN_MESSAGE).append(" more");
        }
        if (!ending.artifacts().isEmpty()) {
            text.append("; see ").append(ending.artifacts()).append("/").append(AnswerFiles.REPORT);
        }
        return Printable.line(text.toString());
    }
}
