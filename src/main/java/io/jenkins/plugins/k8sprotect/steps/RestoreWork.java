package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.Protection;
import io.jenkins.plugins.k8sprotect.engine.RestoreOutcome;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanRows;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.time.Clock;

/** Restores a backup, or says what that would do. */
final class RestoreWork extends EngineWork {
    private static final long serialVersionUID = 1;

    private final BackupReference backup;
    private final RestoreOptions options;
    private final boolean planOnly;

    RestoreWork(
            ClusterLogin cluster,
            StoreLogin storage,
            BackupReference backup,
            RestoreOptions options,
            boolean planOnly) {
        super(cluster, storage);
        this.backup = backup;
        this.options = options;
        this.planOnly = planOnly;
    }

    @Override
    Answer perform(EventSink events, CancelToken cancel) {
        ClusterAccess access = cluster().access();
        try (Store store = storage().open()) {
            Protection protection = new Protection(events, cancel, Clock.systemUTC());
            RestoreOutcome outcome = planOnly
                    ? protection.plan(backup, store, access, options)
                    : protection.restore(backup, store, access, options);
            return Answer.done(outcome.result(), new PlanRows(outcome.plan().steps()));
        }
    }
}
