package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;

/** Finds out which backup is meant, before anything is done with it: every attempt then takes the same. */
final class ResolveWork extends EngineWork {
    private static final long serialVersionUID = 1;

    private final BackupReference backup;

    ResolveWork(StoreLogin storage, BackupReference backup) {
        super(null, storage);
        this.backup = backup;
    }

    @Override
    Answer perform(EventSink events, CancelToken cancel) {
        try (Store store = storage().open()) {
            return Answer.text(new BackupCatalog(store)
                    .resolve(backup.application(), backup.idOrLatest())
                    .value());
        }
    }
}
