package io.jenkins.plugins.k8sprotect.engine;

import java.io.Serializable;
import java.util.Objects;

/**
 * Which backup is meant.
 *
 * @param application name of the application
 * @param idOrLatest an id, or {@code latest} for the newest one that did not fail
 */
public record BackupReference(String application, String idOrLatest) implements Serializable {
    public BackupReference {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(idOrLatest, "idOrLatest");
    }

    public static BackupReference latest(String application) {
        return new BackupReference(application, "latest");
    }
}
