package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupEntry;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jenkins.security.MasterToSlaveCallable;

/** The part of {@link ListBackupsStep} that runs where the storage is reached from. Never kept: it may hold a secret. */
final class ListBackups extends MasterToSlaveCallable<Listing, RuntimeException> {
    private static final long serialVersionUID = 1;

    private final StoreLogin storage;
    private final String app;

    /** @param app the application, or null for all */
    ListBackups(StoreLogin storage, String app) {
        this.storage = storage;
        this.app = app;
    }

    @Override
    public Listing call() {
        try (Store store = storage.open()) {
            BackupCatalog catalog = new BackupCatalog(store);
            List<String> apps = app == null ? catalog.applications() : List.of(app);
            return Listing.of(apps.stream()
                    .flatMap(name -> catalog.list(name).stream())
                    .sorted(Comparator.comparing(BackupEntry::id).reversed())
                    .map(ListBackups::row)
                    .toList());
        } catch (StoreException | BackupException e) {
            return Listing.failed(Mask.of(null, storage).text(String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, Serializable> row(BackupEntry entry) {
        Map<String, Serializable> row = new LinkedHashMap<>();
        row.put("app", entry.application());
        row.put("id", entry.id().value());
        row.put("time", entry.time().toString());
        row.put("outcome", entry.outcome().name().toLowerCase(Locale.ROOT));
        row.put("objects", entry.objects());
        row.put("storedBytes", entry.storedBytes());
        row.put("durationMillis", entry.durationMillis());
        return row;
    }
}
