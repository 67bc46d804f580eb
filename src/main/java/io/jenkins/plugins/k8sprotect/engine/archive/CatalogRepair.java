package io.jenkins.plugins.k8sprotect.engine.archive;

import java.util.List;

/**
 * What a repair of the catalog did.
 *
 * @param listed whole backups that had no marker and are listed now
 * @param removed unfinished or half-deleted backups whose remains were removed
 */
public record CatalogRepair(List<BackupId> listed, List<BackupId> removed) {
    public CatalogRepair {
        listed = List.copyOf(listed);
        removed = List.copyOf(removed);
    }
}
