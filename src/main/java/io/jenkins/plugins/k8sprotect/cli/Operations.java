package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.time.Clock;

/** What the command line asks of the engine. A seam: tests answer without a cluster. */
interface Operations {
    Done backup(Application application, ClusterAccess from, Store to);

    Done plan(BackupReference backup, Store from, ClusterAccess to, RestoreOptions options);

    Done restore(BackupReference backup, Store from, ClusterAccess to, RestoreOptions options);

    Done verify(BackupReference backup, Store from);

    Done hook(String namespace, HookAction action, ClusterAccess to, HookOptions options);

    /** Makes operations that tell a sink what they do and listen to a token. */
    @FunctionalInterface
    interface Factory {
        Operations create(EventSink events, CancelToken cancel, Clock clock);
    }
}
