package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Brings markers and backups together again after a crash. */
final class CatalogRepairer {
    private final Store store;
    private final String application;
    private final Instant unfinishedBefore;
    private final List<BackupId> listed = new ArrayList<>();
    private final Set<BackupId> removed = new LinkedHashSet<>();

    CatalogRepairer(Store store, String application, Instant unfinishedBefore) {
        this.store = store;
        this.application = Layout.checkApplication(application);
        this.unfinishedBefore = unfinishedBefore;
    }

    CatalogRepair run() {
        Set<BackupId> marked = removeEmptyMarkers();
        String home = application + "/";
        for (String folder : store.listFolders(home)) {
            String name = folder.substring(home.length(), folder.length() - 1);
            if (BackupId.isId(name)) {
                repair(new BackupId(name), folder, marked);
            }
        }
        return new CatalogRepair(listed, List.copyOf(removed));
    }

    private Set<BackupId> removeEmptyMarkers() {
        Set<BackupId> marked = new HashSet<>();
        for (String key : Listing.keys(store, Marker.folder(application))) {
            Marker.parse(application, key).map(BackupEntry::id).ifPresent(id -> {
                if (hasManifest(Layout.folder(application, id))) {
                    marked.add(id);
                } else {
                    store.delete(key);
                    removed.add(id);
                }
            });
        }
        return marked;
    }

    private void repair(BackupId id, String folder, Set<BackupId> marked) {
        if (!hasManifest(folder)) {
            if (id.time().isBefore(unfinishedBefore)) {
                Listing.keys(store, folder).forEach(store::delete);
                removed.add(id);
            }
        } else if (!marked.contains(id)) {
            try (BackupReader reader = BackupReader.open(store, application, id)) {
                store.put(Marker.key(reader.manifest()), new byte[0]);
                listed.add(id);
            }
        }
    }

    private boolean hasManifest(String folder) {
        return store.head(folder + Layout.MANIFEST).isPresent();
    }
}
