package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any result whose texts come from a given source. */
final class AnyResult {
    private AnyResult() {}

    static Arbitrary<OperationResult> of(Arbitrary<String> text) {
        Arbitrary<List<String>> words = text.list().ofSize(5);
        Arbitrary<Instant> started = Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(s -> Instant.ofEpochSecond(s, s * 7 % 1_000_000_000));
        return Combinators.combine(
                        words,
                        Arbitraries.of(Outcome.class),
                        started,
                        Arbitraries.longs().greaterOrEqual(0),
                        counts(text).list().ofMaxSize(5),
                        findings(text).list().ofMaxSize(5),
                        timings(text).list().ofMaxSize(3))
                .as((w, outcome, at, took, counts, findings, timings) -> new OperationResult(
                        w.get(0), w.get(1), w.get(2), outcome, at, took, w.get(3), w.get(4), counts, findings,
                        timings));
    }

    static Arbitrary<ReportRow> rows(Arbitrary<String> text) {
        return Combinators.combine(keys(text), text, text, text.list().ofMaxSize(3))
                .as(ReportRow::new);
    }

    private static Arbitrary<ObjectKey> keys(Arbitrary<String> text) {
        return Combinators.combine(kinds(text), text, text).as(ObjectKey::new);
    }

    private static Arbitrary<GroupKind> kinds(Arbitrary<String> text) {
        return Combinators.combine(text, text).as(GroupKind::new);
    }

    private static Arbitrary<KindCount> counts(Arbitrary<String> text) {
        return Combinators.combine(kinds(text), text, Arbitraries.longs().between(0, 1_000_000))
                .as(KindCount::new);
    }

    private static Arbitrary<Finding> findings(Arbitrary<String> text) {
        return Combinators.combine(
                        Arbitraries.of(Finding.Severity.class), text, keys(text).injectNull(0.3), text)
                .as(Finding::new);
    }

    private static Arbitrary<Timing> timings(Arbitrary<String> text) {
        return Combinators.combine(text, Arbitraries.longs().between(0, 10_000_000))
                .as(Timing::new);
    }
}
