package io.jenkins.plugins.k8sprotect.steps;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Lists what lies in a storage. Serializable, because it is sent to the agent. */
interface BackupCatalogue extends Serializable {

    /**
     * The backups of an application, or of all of them where {@code app} is null, newest first.
     *
     * @param storage URL of the storage
     * @throws IllegalArgumentException if the URL or the name is not a valid one
     * @throws IOException if the storage cannot be read
     */
    List<Map<String, Serializable>> list(String storage, String app) throws IOException, InterruptedException;
}
