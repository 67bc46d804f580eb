package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts objects by kind and action. Thread-safe. */
final class Tally {
    static final String CAPTURED = "captured";
    /** Made again by a controller whose own object was captured. */
    static final String MADE_BY_CONTROLLER = "made-by-controller";
    /** Left out by an exclude rule or label. */
    static final String EXCLUDED = "excluded";
    /** Being deleted when it was seen. */
    static final String BEING_DELETED = "being-deleted";

    private record Slot(GroupKind kind, String action) {}

    private final Map<Slot, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder captured = new LongAdder();

    void add(GroupKind kind, String action) {
        counts.computeIfAbsent(new Slot(kind, action), s -> new LongAdder()).increment();
        if (action.equals(CAPTURED)) {
            captured.increment();
        }
    }

    long captured() {
        return captured.sum();
    }

    long of(GroupKind kind, String action) {
        LongAdder count = counts.get(new Slot(kind, action));
        return count == null ? 0 : count.sum();
    }

    List<KindCount> counts() {
        return counts.entrySet().stream()
                .map(e -> new KindCount(
                        e.getKey().kind(), e.getKey().action(), e.getValue().sum()))
                .sorted(java.util.Comparator.comparing(KindCount::kind).thenComparing(KindCount::action))
                .toList();
    }
}
