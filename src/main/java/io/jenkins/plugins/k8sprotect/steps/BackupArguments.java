package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.OnForbidden;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** What {@code k8sBackup} was asked to do. Persisted with a running build. */
final class BackupArguments extends OperationArguments {
    private static final long serialVersionUID = 1;

    private final AppSource app;
    private final String onForbidden;

    /** @param onForbidden {@code error}, {@code warn}, or empty for what the definition says */
    BackupArguments(
            AppSource app,
            ClusterChoice cluster,
            StorageChoice storage,
            String onForbidden,
            int timeoutMinutes,
            ResultPolicy policy) {
        super(cluster, storage, timeoutMinutes, policy);
        this.app = app;
        this.onForbidden = onForbidden;
    }

    /** With the id of the backup: whatever process goes on with it makes no second one. */
    @Override
    Checkpoint begin(Clock clock) {
        return Checkpoint.first(BackupId.next(clock).value(), clock.instant());
    }

    @Override
    String step() {
        return BackupStep.NAME;
    }

    @Override
    String operation() {
        return "backup";
    }

    @Override
    AppSource app() {
        return app;
    }

    @Override
    boolean writesBackup() {
        return true;
    }

    @Override
    String announcement(Subject subject, Checkpoint checkpoint) {
        return subject.name() + subject.namespaces() + " from cluster "
                + cluster().shown() + " to storage " + storage().shown() + ", as backup " + checkpoint.backupId();
    }

    @Override
    EngineWork work(
            Subject subject, Checkpoint checkpoint, ClusterLogin cluster, StoreLogin storage, Duration remaining) {
        return new BackupWork(cluster, storage, forbidding(subject.definition()), checkpoint.backupId());
    }

    /** The definition, with what the step says about it. */
    Application forbidding(Application a) {
        if (onForbidden.isEmpty()) {
            return a;
        }
        OnForbidden wanted = OnForbidden.valueOf(onForbidden.toUpperCase(Locale.ROOT));
        return new Application(
                a.name(), a.namespaces(), a.include(), a.exclude(), a.clusterScoped(), wanted, a.source());
    }
}
