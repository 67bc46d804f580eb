package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.plan.Action;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanStep;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.plan.RestorePlan;
import io.jenkins.plugins.k8sprotect.engine.plan.TargetState;
import io.jenkins.plugins.k8sprotect.engine.plan.Waves;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleContext;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Carries one plan out. */
public final class Applier {
    /** A definition that is not served after this long will not be for another reason than load. */
    private static final java.time.Duration DEFINITIONS_TIMEOUT = java.time.Duration.ofMinutes(2);

    private final Cluster cluster;
    private final RuleBook rules;
    private final RestoreOptions options;
    private final EventSink events;
    private final CancelToken cancel;
    private final Deadline deadline;
    private final Outcomes outcomes = new Outcomes();

    public Applier(
            Cluster cluster,
            RuleBook rules,
            RestoreOptions options,
            EventSink events,
            CancelToken cancel,
            Deadline deadline) {
        this.cluster = cluster;
        this.rules = rules;
        this.options = options;
        this.events = events;
        this.cancel = cancel;
        this.deadline = deadline;
    }

    /**
     * Writes what the plan says. Failures of single objects are findings; others go on.
     *
     * @param facts those that the plan was made with
     * @param target the state that the plan was made from
     */
    public Applied run(RestorePlan plan, RuleContext.Facts facts, TargetState target, ObjectSource source) {
        OwnerUids uids = new OwnerUids(facts.ownerUids());
        target.livingOwners().forEach(uid -> uids.remember(uid, uid));
        TreeMap<Integer, Map<ObjectKey, PlanStep>> stages = new TreeMap<>();
        for (PlanStep step : plan.steps()) {
            target.find(step.target()).ifPresent(live -> uids.remember(step.sourceUid(), live.uid()));
            if (step.writes()) {
                ObjectKey key = step.source() == null ? step.target() : step.source();
                stages.computeIfAbsent(step.stage(), s -> new HashMap<>()).put(key, step);
            } else {
                outcomes.add(step, step.action() == Action.UNCHANGED ? Written.UNCHANGED : Written.SKIPPED);
            }
        }
        ObjectWriter writer = new ObjectWriter(
                cluster.objects(),
                rules,
                RuleContext.Facts.inPlace(facts.statusIsContent()),
                uids,
                options.conflict(),
                newNamespaces(plan));
        StepRunner runner =
                new StepRunner(writer, new AdaptiveLimit(options.parallelism()), uids, outcomes, cancel, deadline);
        boolean stopped = runStages(stages, facts, source, runner, plan.steps().size());
        return new Applied(outcomes.counts(), outcomes.findings(), stopped);
    }

    private boolean runStages(
            TreeMap<Integer, Map<ObjectKey, PlanStep>> stages,
            RuleContext.Facts facts,
            ObjectSource source,
            StepRunner runner,
            int total) {
        try (StagePool pool = new StagePool(options.parallelism())) {
            for (Map.Entry<Integer, Map<ObjectKey, PlanStep>> stage : stages.entrySet()) {
                runStage(stage.getValue(), facts, source, runner, pool, total);
                if (!awaitDefinitions(stage.getValue())) {
                    return true;
                }
            }
            return false;
        } catch (CancellationException e) {
            outcomes.tell(
                    cancel.isExpired()
                            ? Finding.failure("deadline", null, "time was up (" + e.getMessage() + ")" + goesOn(total))
                            : Finding.failure(
                                    "stopped", null, "stopped on request (" + e.getMessage() + ")" + goesOn(total)));
            return true;
        } catch (ApiException | StoreException | BackupException e) {
            // What was done until then must not be lost from the result.
            outcomes.tell(Finding.failure("broken-off", null, e.getMessage() + goesOn(total)));
            return true;
        }
    }

    private String goesOn(int total) {
        return " after " + outcomes.done() + " of " + total + " objects; the same restore again goes on from here";
    }

    private void runStage(
            Map<ObjectKey, PlanStep> stage,
            RuleContext.Facts facts,
            ObjectSource source,
            StepRunner runner,
            StagePool pool,
            int total) {
        stage.values().stream()
                .filter(s -> s.source() == null)
                .forEach(s -> pool.submit(() -> carryOut(runner, new Desired(s, null, bare(s)), total)));
        if (stage.values().stream().anyMatch(s -> s.source() != null)) {
            source.read(row -> stage.containsKey(row.key()), (row, json) -> {
                PlanStep step = stage.get(row.key());
                pool.submit(() -> carryOut(runner, prepare(step, json, facts), total));
            });
        }
        pool.awaitIdle();
    }

    private void carryOut(StepRunner runner, Desired desired, int total) {
        runner.run(desired);
        events.progress("restore", outcomes.done(), total, "objects");
    }

    private Desired prepare(PlanStep step, byte[] json, RuleContext.Facts facts) {
        KubeObject wanted = KubeObject.parse(json);
        KubeObject recorded = besideContent(wanted);
        rules.apply(wanted, new RuleContext(facts));
        wanted.json().put("apiVersion", step.type().apiVersion());
        return new Desired(step, recorded, wanted);
    }

    /** What the rules take away and a writer looks at: who owned which field, and what was observed. */
    private static KubeObject besideContent(KubeObject object) {
        KubeObject beside = new KubeObject(Json.newObject());
        copy("managedFields", object.metadata(), beside.metadata());
        copy("status", object.json(), beside.json());
        return beside;
    }

    private static void copy(String field, ObjectNode from, ObjectNode to) {
        if (from.has(field)) {
            to.set(field, from.get(field)); // Rules remove these as a whole, so that they may be shared.
        }
    }

    private static KubeObject bare(PlanStep step) {
        KubeObject object = new KubeObject(Json.newObject());
        object.json()
                .put("apiVersion", step.type().apiVersion())
                .put("kind", step.type().kind());
        object.metadata().put("name", step.target().name());
        return object;
    }

    private boolean awaitDefinitions(Map<ObjectKey, PlanStep> stage) {
        List<PlanStep> definitions = stage.values().stream()
                .filter(s -> Waves.of(s.type().groupKind()) == Waves.DEFINITIONS)
                .toList();
        if (definitions.isEmpty()) {
            return true;
        }
        events.info("waiting until " + definitions.size() + " CustomResourceDefinitions are served");
        Deadline wait = Deadline.after(deadline.clock(), min(DEFINITIONS_TIMEOUT, deadline.remaining()));
        List<Finding> failures = new DefinitionWaiter(cluster, cancel, wait).await(definitions);
        failures.forEach(outcomes::tell);
        return failures.isEmpty();
    }

    private static java.time.Duration min(java.time.Duration a, java.time.Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Set<String> newNamespaces(RestorePlan plan) {
        return plan.steps().stream()
                .filter(s -> s.action() == Action.CREATE
                        && s.target().groupKind().toString().equals("Namespace"))
                .map(s -> s.target().name())
                .collect(Collectors.toUnmodifiableSet());
    }
}
