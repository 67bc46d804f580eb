package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.time.Clock;

/** The engine. */
final class EngineOperations implements Operations {
    EngineOperations(EventSink events, CancelToken cancel, Clock clock) {}

    @Override
    public Done backup(Application application, ClusterAccess from, Store to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Done plan(ChosenBackup backup, Store from, ClusterAccess to, RestoreOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Done restore(ChosenBackup backup, Store from, ClusterAccess to, RestoreOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Done verify(ChosenBackup backup, Store from) {
        throw new UnsupportedOperationException();
    }
}
