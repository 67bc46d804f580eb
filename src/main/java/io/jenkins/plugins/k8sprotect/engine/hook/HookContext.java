package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;

/**
 * Where and under what conditions an action is carried out.
 *
 * @param cluster the cluster
 * @param namespace the hook's namespace
 * @param options what the caller allows and wants
 * @param deadline when it must be over
 * @param cancel looked at at safe points
 * @param events told what goes on; masks by itself
 */
public record HookContext(
        Cluster cluster,
        String namespace,
        HookOptions options,
        Deadline deadline,
        CancelToken cancel,
        EventSink events) {
    /** @param events what it is told is masked as the options say */
    public HookContext {
        events = new MaskedEvents(options.masking(), events);
    }

    /** Milliseconds by the deadline's clock. */
    long now() {
        return deadline.clock().millis();
    }
}
