package io.jenkins.plugins.k8sprotect.config;

import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.io.IOException;
import java.util.List;

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

    /**
     * Before the engine writes a backup.
     *
     * @throws IOException if this storage can only be read
     */
    default void beforeWriting(String application) throws IOException, InterruptedException {}

    /** What a reader of the build's page should know of what was written; sentences without a secret. */
    default List<String> notes() {
        return List.of();
    }

    /** After the engine wrote a backup: without this it may not be kept. */
    default void afterWriting(String application, String backupId) throws IOException, InterruptedException {}

    /** Whether what the engine opens holds all backups at once, so that they can be listed. */
    default boolean isListable() {
        return true;
    }
}
