package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Results;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.time.Clock;
import java.util.function.BiFunction;

/** Remembers what it was asked, and answers what a test says. */
final class FakeOperations implements Operations, Operations.Factory {
    String asked = "";
    ClusterAccess cluster;
    RestoreOptions options;
    HookAction action;
    HookOptions hookOptions;
    BiFunction<EventSink, CancelToken, Done> answer =
            (events, cancel) -> Done.of(Results.of("backup", Outcome.SUCCEEDED));

    private EventSink events;
    private CancelToken cancel;

    @Override
    public Operations create(EventSink sink, CancelToken token, Clock clock) {
        events = sink;
        cancel = token;
        return this;
    }

    @Override
    public Done backup(Application application, ClusterAccess from, Store to) {
        cluster = from;
        return answer("backup " + application.name() + " to " + to.description());
    }

    @Override
    public Done plan(BackupReference backup, Store from, ClusterAccess to, RestoreOptions wanted) {
        cluster = to;
        options = wanted;
        return answer("plan " + backup.application() + " " + backup.idOrLatest());
    }

    @Override
    public Done restore(BackupReference backup, Store from, ClusterAccess to, RestoreOptions wanted) {
        cluster = to;
        options = wanted;
        return answer("restore " + backup.application() + " " + backup.idOrLatest());
    }

    @Override
    public Done verify(BackupReference backup, Store from) {
        return answer("verify " + backup.application() + " " + backup.idOrLatest());
    }

    @Override
    public Done hook(String namespace, HookAction wanted, ClusterAccess to, HookOptions given) {
        cluster = to;
        action = wanted;
        hookOptions = given;
        return answer("hook in " + namespace);
    }

    private Done answer(String what) {
        asked = what;
        return answer.apply(events, cancel);
    }
}
