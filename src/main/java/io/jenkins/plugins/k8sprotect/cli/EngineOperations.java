package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.Protection;
import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.time.Clock;

/** The engine, by its one door. */
final class EngineOperations implements Operations {
    private final Protection protection;

    EngineOperations(EventSink events, CancelToken cancel, Clock clock) {
        protection = new Protection(events, cancel, clock);
    }

    @Override
    public Done backup(Application application, ClusterAccess from, Store to) {
        return Done.of(protection.backup(application, from, to));
    }

    @Override
    public Done plan(BackupReference backup, Store from, ClusterAccess to, RestoreOptions options) {
        return Done.of(protection.plan(backup, from, to, options));
    }

    @Override
    public Done restore(BackupReference backup, Store from, ClusterAccess to, RestoreOptions options) {
        return Done.of(protection.restore(backup, from, to, options));
    }

    @Override
    public Done verify(BackupReference backup, Store from) {
        return Done.of(protection.verify(backup, from));
    }

    @Override
    public Done hook(String namespace, HookAction action, ClusterAccess to, HookOptions options) {
        return Done.of(protection.hook("", namespace, action, to, options));
    }
}
