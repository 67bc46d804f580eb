package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.io.Serializable;
import java.time.Instant;

/**
 * A backup as the catalog lists it, known from the key of its marker alone.
 *
 * @param application the application's name
 * @param id the backup's id
 * @param outcome how it ended
 * @param objects objects in it
 * @param storedBytes bytes of its files in the store
 * @param durationMillis how long it took, in milliseconds
 * @param manifestSha256 SHA-256 of its manifest, in lower-case hexadecimal
 */
public record BackupEntry(
        String application,
        BackupId id,
        Outcome outcome,
        long objects,
        long storedBytes,
        long durationMillis,
        String manifestSha256)
        implements Serializable {

    /** When the backup began, to the second. */
    public Instant time() {
        return id.time();
    }
}
