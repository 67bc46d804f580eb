package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.time.Duration;

/** What may end an operation before its time: Jenkins, or the deadline. The first of each counts. Thread-safe. */
final class Stopper {
    private final CancelToken token = new CancelToken();
    private Throwable cause;

    /** Jenkins asks; the step is to end with this cause, but not before the work has stopped. */
    void stop(Throwable why) {
        synchronized (this) {
            if (cause == null) {
                cause = why;
            }
        }
        token.cancel("the build was stopped");
        synchronized (this) {
            notifyAll();
        }
    }

    /** The time is over. */
    void expire() {
        token.expire("its time is over");
        synchronized (this) {
            notifyAll();
        }
    }

    /** What Jenkins asked with; null if it did not ask. */
    synchronized Throwable cause() {
        return cause;
    }

    /** Whether the deadline was first. */
    boolean isExpired() {
        return token.isExpired();
    }

    boolean isAsked() {
        return token.isCancelled();
    }

    /** Runs it when a stop is asked for, at once if one was; it must be quick. */
    CancelToken.Registration onStop(Runnable action) {
        return token.onCancel(action);
    }

    /** Sleeps, shorter if a stop is asked for. */
    synchronized void sleep(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toMillis();
        while (left > 0 && !token.isCancelled()) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
