package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanStep;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What became of the steps. Thread-safe. */
final class Outcomes {
    private record Slot(GroupKind kind, String action) {}

    private final Map<Slot, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
    private final LongAdder done = new LongAdder();

    void add(PlanStep step, String action) {
        counts.computeIfAbsent(new Slot(step.type().groupKind(), action), s -> new LongAdder())
                .increment();
        done.increment();
    }

    void fail(PlanStep step, String code, String message) {
        add(step, Written.FAILED);
        findings.add(Finding.failure(code, step.target(), message));
    }

    void tell(Finding finding) {
        findings.add(finding);
    }

    long done() {
        return done.sum();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<KindCount> counts() {
        return counts.entrySet().stream()
                .map(e -> new KindCount(
                        e.getKey().kind(), e.getKey().action(), e.getValue().sum()))
                .sorted(Comparator.comparing(KindCount::kind).thenComparing(KindCount::action))
                .toList();
    }
}
