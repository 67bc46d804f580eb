package io.jenkins.plugins.k8sprotect.testbed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does, by asking again and again. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Await() {}

    /**
     * Returns when the condition holds.
     *
     * @param what is awaited, for the message
     * @param state what is there instead, for the message; asked only when the time is over
     * @throws AssertionError when the time is over
     */
    public static void until(String what, Duration atMost, BooleanSupplier condition, Supplier<?> state) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(
                        "Not within " + atMost.toSeconds() + " s: " + what + "; there is: " + state.get());
            }
            pause();
        }
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting");
        }
    }
}
