package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.apply.Applied;
import io.jenkins.plugins.k8sprotect.engine.apply.Applier;
import io.jenkins.plugins.k8sprotect.engine.apply.ObjectSource;
import io.jenkins.plugins.k8sprotect.engine.apply.RememberingSource;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupReader;
import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.cluster.ServerInfo;
import io.jenkins.plugins.k8sprotect.engine.event.Batches;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.plan.Action;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanStep;
import io.jenkins.plugins.k8sprotect.engine.plan.Planner;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.plan.RestorePlan;
import io.jenkins.plugins.k8sprotect.engine.plan.TargetState;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans one restore and, unless only the plan was asked for, carries it out. */
final class RestoreOperation {
    /** The part of the heap that a backup's bodies may take, and how many bytes at most: others restore too. */
    private static final int MEMORY_SHARE = 5;

    private static final long MOST_BODIES = 64L << 20;

    /** Bytes of bodies that are planned while the next are decompressed and checked. */
    private static final int BATCH = 256 << 10;

    private record Body(IndexRow row, byte[] json) {}

    private final BackupReader backup;
    private final Cluster cluster;
    private final Meanwhile<ServerInfo> server;
    private final RestoreOptions options;
    private final EventSink events;
    private final CancelToken cancel;
    private final OperationLog log;
    private final RuleBook rules = RuleBook.standard();

    RestoreOperation(
            BackupReader backup,
            Cluster cluster,
            Meanwhile<ServerInfo> server,
            RestoreOptions options,
            EventSink events,
            CancelToken cancel,
            OperationLog log) {
        this.backup = backup;
        this.cluster = cluster;
        this.server = server;
        this.options = options;
        this.events = events;
        this.cancel = cancel;
        this.log = log;
    }

    RestoreOutcome run(boolean planOnly) {
        log.uses(backup.manifest().id().value());
        List<IndexRow> rows = backup.index();
        log.talksTo(log.phase("connect", server::answer));
        Deadline deadline = Deadline.after(log.clock(), options.timeout());
        unknownNamespaces(rows);
        long share = Math.min(MOST_BODIES, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        ObjectSource bodies = new RememberingSource(backup::read, rows, share);
        TargetReader reader = new TargetReader(cluster, rules, options);
        TargetState target = log.phase("read target", () -> reader.read(rows));
        Planner planner = new Planner(rows, options, target, rules);
        RestorePlan decided = log.phase("plan", () -> decide(planner, bodies));
        RestorePlan plan = planOnly
                ? log.phase("diff", () -> Differences.add(decided, backup, planner.facts(), rules, reader))
                : decided;
        log.tell(plan.findings());
        log.tell(carriedOver());
        if (planOnly || !plan.isExecutable()) {
            log.counted(plan.counts());
            return new RestoreOutcome(log.end(), plan);
        }
        summarize(plan);
        Applied applied = log.phase("apply", () -> new Applier(cluster, rules, options, events, cancel, deadline)
                .run(plan, planner.facts(), target, bodies));
        log.counted(applied.counts());
        log.tell(applied.findings());
        boolean onRequest = applied.stopped() && cancel.isCancelled() && !cancel.isExpired();
        OperationResult result = onRequest ? log.end(Outcome.ABORTED) : log.end();
        return new RestoreOutcome(result, plan);
    }

    private RestorePlan decide(Planner planner, ObjectSource bodies) {
        try (Batches<Body> batches = new Batches<>(BATCH, "k8s-protect-plan", body -> consider(planner, body))) {
            bodies.read(row -> true, (row, json) -> {
                cancel.checkpoint();
                batches.add(new Body(row, json), json.length);
            });
            batches.finish();
        }
        return planner.finish();
    }

    private static void consider(Planner planner, Body body) {
        KubeObject object = KubeObject.parse(body.json);
        if (!body.row.describes(object)) {
            throw new BackupException(
                    BackupException.Code.MALFORMED,
                    "the index calls an object " + body.row.key() + " that is " + object.key()
                            + "; do not use this backup");
        }
        planner.consider(body.row, object);
    }

    /** A misspelt source namespace would otherwise restore in place what was meant to be a clone. */
    private void unknownNamespaces(List<IndexRow> rows) {
        for (String source : options.namespaceMap().keySet()) {
            boolean known = rows.stream()
                    .anyMatch(r -> r.namespace().equals(source)
                            || r.type().kind().equals("Namespace") && r.name().equals(source));
            if (!known) {
                String there = String.join(
                        ", ",
                        rows.stream()
                                .map(IndexRow::namespace)
                                .filter(n -> !n.isEmpty())
                                .distinct()
                                .sorted()
                                .toList());
                throw new IllegalArgumentException(
                        "namespace map: the backup has nothing in namespace " + source + "; it has: " + there);
            }
        }
    }

    /** What was not protected at backup time is not restored either, and the result must not hide it. */
    private List<Finding> carriedOver() {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : backup.details().findings()) {
            if (finding.code().equals("data-not-protected")) {
                findings.add(Finding.attention(
                        "data-not-restored", finding.object(), "data NOT restored: the backup holds the claim only"));
            }
        }
        return findings;
    }

    private void summarize(RestorePlan plan) {
        Map<Action, Long> counts = plan.steps().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        PlanStep::action, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
        events.info("plan: "
                + counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey().word())
                        .collect(java.util.stream.Collectors.joining(", ")));
    }
}
