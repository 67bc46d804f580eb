package io.jenkins.plugins.k8sprotect.engine.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * A request to stop, set once by whoever runs the operation and looked at by the work at its safe points: places where
 * what was done so far is whole and can be told. Thread-safe.
 */
public final class CancelToken {
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private volatile String reason;
    private volatile boolean expired;

    /** Ends what {@link #onCancel} began. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** An object of its own for each registration, so that the same action may be registered twice. */
    private static final class Listener {
        private final Runnable action;

        Listener(Runnable action) {
            this.action = action;
        }
    }

    /** Asks the work to stop at its next safe point. Only the first reason counts. */
    public void cancel(String why) {
        stop(why, false);
    }

    /**
     * Asks the work to stop as {@link #cancel} does, because its time is up: nobody wanted it stopped, so that its result
     * is a failure.
     *
     * @param why what people read, such as {@code not done within 30 minutes}
     */
    public void expire(String why) {
        stop(why, true);
    }

    private void stop(String why, boolean late) {
        List<Listener> told;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            expired = late;
            reason = why;
            told = new ArrayList<>(listeners);
            listeners.clear();
        }
        told.forEach(listener -> listener.action.run());
    }

    /**
     * Has an action run once when a stop is asked for, on the thread that asks; at once, on this thread, if one was asked
     * for already. For what would keep the work from its next safe point for long, such as a wait for an answer.
     *
     * @param action must be quick and must not throw
     * @return closed when the action is not wanted any more; it may still be running then
     */
    public Registration onCancel(Runnable action) {
        Listener listener = new Listener(action);
        synchronized (this) {
            if (reason == null) {
                listeners.add(listener);
                return () -> remove(listener);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(Listener listener) {
        listeners.remove(listener);
    }

    public boolean isCancelled() {
        return reason != null;
    }

    /** Whether a stop was asked for because time was up. */
    public boolean isExpired() {
        return expired;
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
