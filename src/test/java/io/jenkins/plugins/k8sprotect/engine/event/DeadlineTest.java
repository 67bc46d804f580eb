package io.jenkins.plugins.k8sprotect.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, false, 60", "59, false, 1", "60, true, 0", "61, true, 0"})
    void aDeadlineOfAMinuteIsPastAfterAMinuteAndNothingIsLeftThen(long seconds, boolean past, long left) {
        Instant end = Deadline.after(at(0), Duration.ofMinutes(1)).at();

        Deadline later = new Deadline(at(seconds), end);

        assertThat(later.isPast()).isEqualTo(past);
        assertThat(later.remaining()).isEqualTo(Duration.ofSeconds(left));
    }

    private static Clock at(long seconds) {
        return Clock.fixed(START.plusSeconds(seconds), ZoneOffset.UTC);
    }
}
