package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.Protection;
import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.time.Clock;

/** Makes a backup. */
final class BackupWork extends EngineWork {
    private static final long serialVersionUID = 1;

    private final Application app;
    private final BackupId id;

    /** @param id the same in every attempt: one that was made already is not made again */
    BackupWork(ClusterLogin cluster, StoreLogin storage, Application app, String id) {
        super(cluster, storage);
        this.app = app;
        this.id = BackupId.parse(id);
    }

    @Override
    Answer perform(EventSink events, CancelToken cancel) {
        ClusterAccess access = cluster().access();
        try (Store store = storage().open()) {
            OperationResult result = new Protection(events, cancel, Clock.systemUTC()).backup(app, access, store, id);
            Answer answer = Answer.done(result);
            boolean stored = result.outcome() == Outcome.SUCCEEDED || result.outcome() == Outcome.WARNING;
            return stored ? answer.withManifest(manifest(store)) : answer;
        }
    }

    /** Null if it cannot be read back: the backup is made all the same. */
    private byte[] manifest(Store store) {
        try {
            return new BackupCatalog(store).manifest(app.name(), id);
        } catch (StoreException e) {
            return null;
        }
    }
}
