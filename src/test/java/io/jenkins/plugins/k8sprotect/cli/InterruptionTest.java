package io.jenkins.plugins.k8sprotect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final CancelToken cancel = new CancelToken();
    private final List<String> said = new ArrayList<>();
    private final List<String> halts = new ArrayList<>();
    private final Interruption interruption = new Interruption(cancel, said::add, () -> halts.add("halt"));

    @Test
    void theFirstCtrlCAsksTheWorkToStop() {
        interruption.run();
        assertThat(cancel.isCancelled()).isTrue();
        assertThat(halts).isEmpty();
        assertThat(said).singleElement().asString().contains("next safe point", "Ctrl-C again");
    }

    @Test
    void theSecondEndsTheProcessAndSaysWhatMayBeHalfDone() {
        interruption.run();
        interruption.run();
        assertThat(halts).containsExactly("halt");
        assertThat(said).last().asString().contains("run the same command again");
    }

    /** SIGTERM, since a shell that starts tests in the background has them ignore SIGINT. */
    @Test
    void aRealSignalArrives() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        Runnable stopListening = new JvmSignals().on(arrived::countDown);
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            signal.getMethod("raise", signal)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"));
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            stopListening.run();
        }
    }
}
