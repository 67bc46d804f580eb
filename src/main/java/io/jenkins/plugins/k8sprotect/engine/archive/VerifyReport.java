package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.List;

/**
 * What a full check of a backup found.
 *
 * @param files files that were read
 * @param objects objects whose bytes were compared with the index
 * @param bytes stored bytes that were read
 * @param findings all that is wrong; none if the backup is as it was written
 */
public record VerifyReport(int files, long objects, long bytes, List<Finding> findings) {
    public VerifyReport {
        findings = findings.stream().sorted().toList();
    }

    public boolean isSound() {
        return findings.stream().noneMatch(f -> f.severity() == Finding.Severity.FAILURE);
    }
}
