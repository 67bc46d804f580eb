package io.jenkins.plugins.k8sprotect.config;

import hudson.model.Run;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupEntry;
import java.io.IOException;

/**
 * A backup among the artifacts of a build.
 *
 * @param build the build
 * @param artifacts the backups that it holds
 * @param entry the one that was looked for
 */
record FoundBackup(Run<?, ?> build, BackupArtifacts artifacts, BackupEntry entry) {
    /** The newest in this build that is wanted; null if it holds none. */
    static FoundBackup in(Run<?, ?> build, Wanted wanted) throws IOException {
        BackupArtifacts artifacts =
                new BackupArtifacts(build.getArtifactManager().root());
        return artifacts.list(wanted.application()).stream()
                .filter(wanted::is)
                .findFirst()
                .map(entry -> new FoundBackup(build, artifacts, entry))
                .orElse(null);
    }
}
