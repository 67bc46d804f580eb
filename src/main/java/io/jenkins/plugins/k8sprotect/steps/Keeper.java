package io.jenkins.plugins.k8sprotect.steps;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.config.StorageSession;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.HtmlReport;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Keeps what an operation left: the backup in its storage, its files and its summary with the build. */
final class Keeper {
    private final StepContext context;
    private final Surroundings.Recorder recorder;
    private final BuildLog log;

    Keeper(StepContext context, Surroundings.Recorder recorder, BuildLog log) {
        this.context = context;
        this.recorder = recorder;
        this.log = log;
    }

    /** A backup that its storage could not keep has failed, whatever the engine says. */
    Answer keepBackup(Answer answer, StorageSession session, FilePath folder) throws IOException, InterruptedException {
        OperationResult result = answer.result();
        if (result.outcome() != Outcome.SUCCEEDED && result.outcome() != Outcome.WARNING) {
            return answer;
        }
        try {
            session.afterWriting(result.application(), result.backupId());
            return answer;
        } catch (IOException e) {
            if (LostConnection.isCauseOf(e)) {
                throw e;
            }
            Finding lost = Finding.failure(
                    "backup-not-kept",
                    null,
                    "the backup was made, and could not be kept: " + log.masked(e.getMessage()));
            OperationResult failed = Results.and(result, lost);
            Answer told = answer.with(failed, answer.plan());
            folder.child(AnswerFiles.RESULT).write(AnswerFiles.json(told), "UTF-8");
            folder.child(AnswerFiles.REPORT).write(HtmlReport.render(failed, List.of()), "UTF-8");
            return told;
        }
    }

    /**
     * Keeps files and summary with the build.
     *
     * @param folder null if there are no files
     * @param notes of the storage
     * @return how the operation ended: its outcome is told even where nothing can be kept
     */
    Ending record(Answer answer, FilePath folder, List<String> notes) throws InterruptedException {
        try {
            String artifacts = recorder.record(
                    context.get(Run.class),
                    context.get(TaskListener.class),
                    context.get(FlowNode.class).getId(),
                    folder,
                    answer.result(),
                    notes);
            return new Ending(answer, artifacts);
        } catch (IOException | RuntimeException e) {
            Finding lost = Finding.attention(
                    "report-not-kept",
                    null,
                    "the reports of this operation were not kept with the build: " + log.masked(e.toString()));
            return new Ending(answer.with(Results.and(answer.result(), lost), answer.plan()), "");
        }
    }
}
