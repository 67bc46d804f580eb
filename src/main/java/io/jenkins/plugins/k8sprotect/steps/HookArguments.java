package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.time.Duration;

/** What {@code k8sHook} was asked to do. Persisted with a running build. */
final class HookArguments extends OperationArguments {
    private static final long serialVersionUID = 1;

    private final String namespace;
    private final HookActionChoice action;

    HookArguments(
            ClusterChoice cluster, String namespace, HookActionChoice action, int timeoutMinutes, ResultPolicy policy) {
        super(cluster, null, timeoutMinutes, policy);
        this.namespace = namespace;
        this.action = action;
    }

    @Override
    String step() {
        return HookStep.NAME;
    }

    @Override
    String operation() {
        return "hook";
    }

    @Override
    AppSource app() {
        return null;
    }

    @Override
    boolean isRepeatable() {
        return action.isRepeatable();
    }

    @Override
    String manifestFile() {
        return action.file();
    }

    @Override
    String announcement(Subject subject, Checkpoint checkpoint) {
        return action.shown() + ", namespace " + namespace + " of cluster "
                + cluster().shown();
    }

    @Override
    EngineWork work(
            Subject subject, Checkpoint checkpoint, ClusterLogin cluster, StoreLogin storage, Duration remaining) {
        HookOptions options = action.options(HookOptions.defaults().withTimeout(remaining));
        return new HookWork(cluster, namespace, action.action(subject.manifest()), options);
    }
}
