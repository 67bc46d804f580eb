package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.archive.FinishedBackup;
import io.jenkins.plugins.k8sprotect.engine.archive.Manifest;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The result of a backup that was made before, from what the backup itself tells. */
final class AlreadyMade {
    private AlreadyMade() {}

    static OperationResult result(FinishedBackup backup) {
        Manifest manifest = backup.manifest();
        ManifestInfo info = manifest.info();
        List<Finding> findings = new ArrayList<>(backup.details().findings());
        findings.add(Finding.expected(
                "already-made",
                null,
                "backup " + manifest.id() + " was made already, at " + info.finished() + "; it was not made again"));
        return new OperationResult(
                "backup",
                manifest.application(),
                manifest.id().value(),
                info.outcome(),
                info.started(),
                Math.max(0, Duration.between(info.started(), info.finished()).toMillis()),
                "",
                info.source().server(),
                info.counts(),
                findings,
                List.of());
    }
}
