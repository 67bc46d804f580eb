package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.time.Clock;
import java.time.Duration;

/** A step's arguments for {@link ScriptedWork}. */
final class ScriptedArguments extends OperationArguments {
    private static final long serialVersionUID = 1;

    private final String script;
    private boolean repeatable = true;
    private AppSource app;

    ScriptedArguments(String script, int timeoutMinutes, String failOn, String unstableOn) {
        super(
                new FakeCluster(),
                new FakeStorage(),
                timeoutMinutes,
                ResultPolicy.of(failOn, unstableOn, new Problems("test")));
        this.script = script;
        try {
            this.app = AppSource.nameOrDefinition("shop");
        } catch (hudson.AbortException e) {
            throw new IllegalStateException(e);
        }
    }

    ScriptedArguments notRepeatable() {
        repeatable = false;
        return this;
    }

    ScriptedArguments about(AppSource source) {
        app = source;
        return this;
    }

    @Override
    Checkpoint begin(Clock clock) {
        return Checkpoint.first("20261122T120000Z-000001", clock.instant());
    }

    @Override
    String step() {
        return "k8sTest";
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
    boolean isRepeatable() {
        return repeatable;
    }

    @Override
    String announcement(Subject subject, Checkpoint checkpoint) {
        return subject.name() + subject.namespaces() + " from " + cluster().shown();
    }

    @Override
    EngineWork work(
            Subject subject, Checkpoint checkpoint, ClusterLogin cluster, StoreLogin storage, Duration remaining) {
        return new ScriptedWork(script, checkpoint.backupId(), cluster, storage);
    }
}
