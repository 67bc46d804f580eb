package io.jenkins.plugins.k8sprotect.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.cluster.ServerInfo;
import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Timing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OperationLogTest {
    private final AtomicLong now = new AtomicLong();
    private final Clock clock = ticking();
    private final List<Event> events = new ArrayList<>();
    private final OperationLog log = new OperationLog("restore", "shop", clock, events::add);

    @Test
    void theResultSaysWhatWhoWhereAndHowLong() {
        log.talksTo(new ServerInfo("https://c", "v1.36.0", "u", "ci"));
        log.uses("id");
        log.phase("plan", () -> now.addAndGet(30));
        now.addAndGet(12);

        OperationResult result = log.end();

        assertThat(result.operation()).isEqualTo("restore");
        assertThat(result.identity()).isEqualTo("ci");
        assertThat(result.cluster()).isEqualTo("https://c");
        assertThat(result.backupId()).isEqualTo("id");
        assertThat(result.timings()).containsExactly(new Timing("plan", 30));
        assertThat(result.durationMillis()).isEqualTo(42);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aPhaseThatFailsIsTimedToo() {
        assertThatThrownBy(() -> log.phase("plan", () -> {
                    now.addAndGet(5);
                    throw new IllegalStateException("broke");
                }))
                .hasMessage("broke");

        assertThat(log.end().timings()).containsExactly(new Timing("plan", 5));
    }

    @Test
    void theOutcomeIsNeverBetterThanTheFindings() {
        log.tell(List.of(Finding.expected("a", null, "a"), Finding.attention("b", null, "b")));
        assertThat(log.end().outcome()).isEqualTo(Outcome.WARNING);

        log.tell(List.of(Finding.failure("c", null, "c")));
        assertThat(log.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(log.findings()).extracting(Finding::code).containsExactly("c", "b", "a");
    }

    private Clock ticking() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(now.get());
            }
        };
    }
}
