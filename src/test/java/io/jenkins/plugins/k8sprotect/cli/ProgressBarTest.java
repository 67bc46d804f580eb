package io.jenkins.plugins.k8sprotect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.progress.FakeTerminal;
import io.jenkins.plugins.k8sprotect.engine.progress.MessageLines;
import io.jenkins.plugins.k8sprotect.engine.progress.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final MutableClock clock = new MutableClock();
    private final FakeTerminal terminal = new FakeTerminal();
    private final ProgressBar bar = new ProgressBar(terminal.stream, clock, new MessageLines(false));

    @Test
    void oneLineIsDrawnAgainAndAgain() {
        bar.progress("apply", 0, 10_000, "objects");
        clock.pass(Duration.ofSeconds(4));
        bar.progress("apply", 5_000, 10_000, "objects");
        assertThat(terminal.screen())
                .containsExactly("apply      [=======>      ]  50%  5,000/10,000 objects, 1,250/s, 4 s left");
    }

    @Test
    void theLineNeverWraps() {
        bar.progress("a phase with a long name", 0, 100_000_000, "objects of the cluster");
        clock.pass(Duration.ofHours(2));
        bar.progress("a phase with a long name", 99_999_999, 100_000_000, "objects of the cluster");
        assertThat(terminal.screen().get(0)).hasSizeLessThan(80);
    }

    @Test
    void aPhaseThatIsDoneLeavesALine() {
        bar.progress("capture", 10, 20, "objects");
        clock.pass(Duration.ofSeconds(3));
        bar.progress("capture", 20, 20, "objects");
        bar.progress("store", 1, -1, "segments");
        assertThat(terminal.screen()).containsExactly("capture: 20 objects in 3.0 s", "store      1 segments");
    }

    @Test
    void aMessageStandsAboveTheBar() {
        bar.progress("apply", 1, 4, "objects");
        bar.warning("Secret shop/db: left as it is");
        assertThat(terminal.screen())
                .containsExactly(
                        "warning: Secret shop/db: left as it is", "apply      [===>          ]  25%  1/4 objects");
    }

    @Test
    void itIsNotDrawnMoreOftenThanEyesCanFollow() {
        for (int i = 0; i < 1_000; i++) {
            clock.pass(Duration.ofMillis(1));
            bar.progress("apply", i, 10_000, "objects");
        }
        assertThat(terminal.raw().chars().filter(c -> c == '\r').count()).isEqualTo(10);
    }

    @Test
    void whatArrivesLateDoesNotTurnTheBarBack() {
        bar.progress("apply", 3, 4, "objects");
        clock.pass(Duration.ofMillis(200));
        bar.progress("apply", 2, 4, "objects");
        assertThat(terminal.screen().get(0)).contains("3/4 objects");
    }

    @Test
    void closingLeavesNoHalfLine() {
        bar.progress("apply", 1, 4, "objects");
        bar.close();
        assertThat(terminal.screen()).containsExactly("");
    }

    @Test
    void aNameCannotDriveTheTerminal() {
        bar.emit(new Event.Message(Event.Level.INFO, "x\u001b[2Jy"));
        assertThat(terminal.screen()).containsExactly("x\ufffd[2Jy", "");
    }
}
