package io.jenkins.plugins.k8sprotect.engine.archive;

import java.io.Serializable;
import java.util.Objects;

/**
 * A file of a backup, as its manifest names it.
 *
 * @param name its name in the backup's folder
 * @param size stored bytes
 * @param sha256 SHA-256 of the stored bytes, in lower-case hexadecimal
 * @param plainSize bytes after decompression
 */
public record StoredFile(String name, long size, String sha256, long plainSize) implements Serializable {
    public StoredFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
    }
}
