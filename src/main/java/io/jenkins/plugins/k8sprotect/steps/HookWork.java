package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.Protection;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOutcome;
import java.time.Clock;

/** Carries one action out. */
final class HookWork extends EngineWork {
    private static final long serialVersionUID = 1;

    private final String namespace;
    private final HookAction action;
    private final HookOptions options;

    HookWork(ClusterLogin cluster, String namespace, HookAction action, HookOptions options) {
        super(cluster, null);
        this.namespace = namespace;
        this.action = action;
        this.options = options;
    }

    @Override
    Answer perform(EventSink events, CancelToken cancel) {
        HookOutcome outcome = new Protection(events, cancel, Clock.systemUTC())
                .hook("", namespace, action, cluster().access(), options.withMasking(mask().masking()));
        return Answer.ran(outcome.result(), outcome.runs());
    }
}
