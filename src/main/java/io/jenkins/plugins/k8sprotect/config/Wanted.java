package io.jenkins.plugins.k8sprotect.config;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupEntry;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;

/**
 * The backup that is looked for.
 *
 * @param application its application
 * @param id its id; null for the latest that did not fail and was not aborted
 */
record Wanted(String application, BackupId id) {
    /** @throws io.jenkins.plugins.k8sprotect.engine.archive.BackupException if there can be no such application or id */
    static Wanted of(String application, String idOrLatest) {
        BackupCatalog.markers(application);
        return new Wanted(application, idOrLatest.equals(BackupCatalog.LATEST) ? null : BackupId.parse(idOrLatest));
    }

    boolean is(BackupEntry entry) {
        return id == null
                ? entry.outcome() == Outcome.SUCCEEDED || entry.outcome() == Outcome.WARNING
                : entry.id().equals(id);
    }

    @Override
    public String toString() {
        return id == null ? "a backup of " + application + " that did not fail" : "backup " + id + " of " + application;
    }
}
