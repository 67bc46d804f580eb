package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookContext;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOutcome;
import io.jenkins.plugins.k8sprotect.engine.hook.HookReport;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;

/** Runs one hook: says where and as whom, carries its action out, and makes the result of what it reports. */
final class HookOperation {
    private final Cluster cluster;
    private final String namespace;
    private final HookOptions options;
    private final EventSink events;
    private final CancelToken cancel;
    private final OperationLog log;

    HookOperation(
            Cluster cluster,
            String namespace,
            HookOptions options,
            EventSink events,
            CancelToken cancel,
            OperationLog log) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.options = options;
        this.events = events;
        this.cancel = cancel;
        this.log = log;
    }

    HookOutcome run(HookAction action, Deadline deadline) {
        log.talksTo(log.phase("connect", cluster::info));
        events.info(action.verb() + " in namespace " + namespace);
        HookContext context = new HookContext(cluster, namespace, options, deadline, cancel, events);
        HookReport report = log.phase(action.verb(), () -> action.run(context));
        log.counted(report.counts());
        log.tell(report.findings());
        return new HookOutcome(report.stopped() ? log.end(Outcome.ABORTED) : log.end(), report.runs());
    }
}
