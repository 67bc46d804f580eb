package io.jenkins.plugins.k8sprotect.harness.pipeline;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A part of a run that may be stopped: the whole, or what a {@code timeout} surrounds. */
final class Region {
    private final Region outer;
    private final Set<Stoppable> running = ConcurrentHashMap.newKeySet();
    private Throwable pending;

    Region(Region outer) {
        this.outer = outer;
    }

    /** Stops what runs in it, or else what begins next. What begins later runs: a {@code post} section must. */
    synchronized void stop(Throwable cause) {
        if (running.isEmpty()) {
            pending = cause;
        }
        running.forEach(r -> r.stop(cause));
    }

    /** A step begins. */
    void enter(Stoppable step) {
        for (Region r = this; r != null; r = r.outer) {
            r.add(step);
        }
    }

    private synchronized void add(Stoppable step) {
        running.add(step);
        if (pending != null) {
            step.stop(pending);
            pending = null;
        }
    }

    void leave(Stoppable step) {
        for (Region r = this; r != null; r = r.outer) {
            r.running.remove(step);
        }
    }

    /** Something that can be asked to end. */
    interface Stoppable {
        void stop(Throwable cause);
    }
}
