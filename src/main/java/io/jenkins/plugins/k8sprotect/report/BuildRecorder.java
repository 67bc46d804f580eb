package io.jenkins.plugins.k8sprotect.report;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.util.BuildListenerAdapter;

/** Keeps what came of an operation with its build: its files as artifacts, and a summary on the build's page. */
public final class BuildRecorder {
    private BuildRecorder() {}

    /**
     * Archives the operation's files and adds it to the build. Safe for branches of a build that run at the same time.
     * Files that cannot be archived are told in the log and on the build's page: the operation itself was done.
     *
     * @param run the build
     * @param listener its log
     * @param key what tells this operation from the others of the build, the same after a restart, such as the id of the
     *     Pipeline's node; recorded again under the same key, the later one stays
     * @param files the folder of the operation's files, {@link OperationFiles#NAMES}, on whichever machine; those
     *     that are there are archived; null if there is none
     * @param result what came of it
     * @param notes sentences for a reader that the result does not hold; no secret in them
     * @return the folder below the build's artifacts, such as {@code k8s-protect/backup-shop-1}
     * @throws IOException if the build cannot be saved
     */
    public static String record(
            Run<?, ?> run,
            TaskListener listener,
            String key,
            FilePath files,
            OperationResult result,
            List<String> notes)
            throws IOException, InterruptedException {
        ProtectionAction action = ProtectionAction.of(run);
        String folder = action.reserve(key, result.operation(), result.application());
        RecordedOperation operation = RecordedOperation.of(key, folder, result, notes);
        try {
            operation.archived(archive(run, listener, files, folder));
        } catch (IOException e) {
            listener.error("the reports of this operation were not archived: " + e.getMessage());
            operation.notArchived(e.getMessage());
        }
        action.put(operation);
        run.save();
        return folder;
    }

    private static List<String> archive(Run<?, ?> run, TaskListener listener, FilePath files, String folder)
            throws IOException, InterruptedException {
        List<String> names = files == null ? List.of() : files.act(new OperationFiles());
        if (!names.isEmpty()) {
            Map<String, String> artifacts = new LinkedHashMap<>();
            names.forEach(name -> artifacts.put(folder + "/" + name, name));
            run.pickArtifactManager().archive(files, null, BuildListenerAdapter.wrap(listener), artifacts);
        }
        return names;
    }
}
