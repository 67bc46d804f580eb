package io.jenkins.plugins.k8sprotect.config;

import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.io.IOException;

/** A storage for the time of one operation. Most are used directly; some are brought to the machine first, or kept after. */
public interface StorageSession {
    /** What the engine opens. */
    StoreLogin login();

    /**
     * Before the engine reads a backup.
     *
     * @param application its application
     * @param idOrLatest its id, or {@code latest}
     */
    default void beforeReading(String application, String idOrLatest) throws IOException, InterruptedException {}

    /** After the engine wrote a backup: without this it may not be kept. */
    default void afterWriting(String application, String backupId) throws IOException, InterruptedException {}
}
