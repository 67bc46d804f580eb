package io.jenkins.plugins.k8sprotect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "15m, PT15M", "2h, PT2H", "1h30m, PT1H30M", "1h2m3s, PT1H2M3S"})
    void hoursMinutesAndSecondsAreRead(String text, Duration duration) {
        assertThat(new Durations().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "90", "-1s", "1.5h", "1m1h", "9999999s", "soon"})
    void anythingElseIsRefusedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> new Durations().convert(text)).hasMessageContaining("such as 90s, 15m, 2h or 1h30m");
    }
}
