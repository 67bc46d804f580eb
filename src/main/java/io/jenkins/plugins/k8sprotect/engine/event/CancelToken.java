package io.jenkins.plugins.k8sprotect.engine.event;

import java.util.concurrent.CancellationException;

/**
 * A request to stop, set once by whoever runs the operation and looked at by the work at its safe points: places where
 * what was done so far is whole and can be told.
 */
public final class CancelToken {
    private volatile String reason;

    /** Asks the work to stop at its next safe point. Only the first reason counts. */
    public synchronized void cancel(String why) {
        if (reason == null) {
            reason = why;
        }
    }

    public boolean isCancelled() {
        return reason != null;
    }

    /**
     * Marks a safe point.
     *
     * @throws CancellationException if a stop was asked for; its message is the reason
     */
    public void checkpoint() {
        String why = reason;
        if (why != null) {
            throw new CancellationException(why);
        }
    }
}
