package io.jenkins.plugins.k8sprotect.engine.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final MutableClock clock = new MutableClock();
    private final FakeTerminal log = new FakeTerminal();

    @Test
    void aLongPhaseHasALineEveryFewSecondsAndOneAtItsEnd() {
        try (ProgressLines lines = new ProgressLines(log.stream, clock, new MessageLines(false))) {
            for (int i = 0; i <= 12_000; i += 100) {
                lines.progress("apply", i, 12_000, "objects");
                clock.pass(Duration.ofMillis(100));
            }
        }
        assertThat(log.raw().lines())
                .containsExactly(
                        "apply: 5,000 of 12,000 objects",
                        "apply: 10,000 of 12,000 objects",
                        "apply: 12,000 objects in 12.0 s");
    }

    @Test
    void linesHoldNoControlCharacters() {
        try (ProgressLines lines = new ProgressLines(log.stream, clock, new MessageLines(false))) {
            lines.progress("a\rb", 1, 1, "objects");
            lines.warning("c\u001b[K");
        }
        assertThat(log.raw()).doesNotContain("\r", "\u001b");
    }

    @Test
    void debuggingMessagesShowOnlyOnRequest() {
        Event detail = new Event.Message(Event.Level.DEBUG, "detail");
        try (ProgressLines quiet = new ProgressLines(log.stream, clock, new MessageLines(false))) {
            quiet.emit(detail);
        }
        assertThat(log.raw()).isEmpty();
        try (ProgressLines talkative = new ProgressLines(log.stream, clock, new MessageLines(true))) {
            talkative.emit(detail);
        }
        assertThat(log.raw().lines()).containsExactly("debug: detail");
    }
}
