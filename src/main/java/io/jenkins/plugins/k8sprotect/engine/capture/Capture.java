package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.Selection;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiCatalogue;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.cluster.ListSummary;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.event.Parallel;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads an application out of a cluster: one instance, one capture. */
public final class Capture {
    /** Lists read at the same time: enough to hide latency, few enough for API Priority and Fairness. */
    private static final int PARALLEL_LISTS = 6;

    private final Cluster cluster;
    private final Application app;
    private final Selection selection;
    private final EventSink events;
    private final CancelToken cancel;
    private final Refusals refusals = new Refusals();
    private final Intake intake;
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
    private final Queue<Captured.Listed> lists = new ConcurrentLinkedQueue<>();

    public Capture(Cluster cluster, Application app, CaptureSink sink, EventSink events, CancelToken cancel) {
        this.cluster = cluster;
        this.app = app;
        this.selection = Selection.of(app);
        this.events = events;
        this.cancel = cancel;
        this.intake = new Intake(selection, sink, findings::add);
    }

    /**
     * Reads everything that the definition selects.
     *
     * @throws ApiException if the server stops answering, or a list fails for another reason than a missing permission
     * @throws java.util.concurrent.CancellationException if a stop was asked for
     */
    public Captured run() {
        ApiCatalogue catalogue = cluster.catalogue();
        for (String group : catalogue.unavailable()) {
            findings.add(Finding.attention(
                    "api-unavailable",
                    null,
                    "API " + group + " is registered but does not answer: its objects were not"
                            + " looked at. Repair or remove its APIService, then back up again."));
        }
        Set<String> namespaces = new NamespaceReader(cluster, selection, intake, findings::add, refusals).read();
        ListPlan plan = ListPlan.of(catalogue, selection, namespaces);
        int total = plan.phases().stream().mapToInt(List::size).sum();
        AtomicInteger done = new AtomicInteger();
        for (List<ListTask> phase : plan.phases()) {
            Parallel.run(phase, PARALLEL_LISTS, "k8s-protect-list", task -> {
                cancel.checkpoint();
                list(task);
                events.progress("capture", done.incrementAndGet(), total, "lists");
            });
        }
        findings.addAll(intake.findings());
        findings.addAll(refusals.findings(app.onForbidden()));
        return new Captured(
                intake.counts(), List.copyOf(findings).stream().sorted().toList(), List.copyOf(lists));
    }

    private void list(ListTask task) {
        try {
            ListSummary summary =
                    cluster.list(task.type(), task.namespace(), o -> intake.consider(o.header(), o.json()));
            lists.add(new Captured.Listed(task.type(), task.namespace(), summary.resourceVersion(), summary.count()));
            if (summary.moments() > 1) {
                findings.add(Finding.expected(
                        "list-continued",
                        null,
                        task.type().qualifiedResource() + ": the list was so long that its pages come from "
                                + summary.moments() + " moments"));
            }
        } catch (ApiException e) {
            if (e.isForbidden()) {
                refusals.add(task.type().qualifiedResource(), task.namespace());
            } else if (!e.isNotFound() && e.code() != 405) { // A CRD that went away in between, or cannot be listed.
                throw e;
            }
        }
    }
}
