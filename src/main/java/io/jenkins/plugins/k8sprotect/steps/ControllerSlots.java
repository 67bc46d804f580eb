package io.jenkins.plugins.k8sprotect.steps;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.IntSupplier;

/**
 * Bounds how many operations run in the controller's own process, where they share memory with all else. Who comes first
 * is served first. Thread-safe.
 */
final class ControllerSlots {
    /** The limit may be raised meanwhile. */
    private static final long LOOK_AGAIN_MILLIS = 1_000;

    private final IntSupplier limit;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private int taken;

    /** @param limit asked each time; less than 1 counts as 1 */
    ControllerSlots(IntSupplier limit) {
        this.limit = limit;
    }

    /**
     * Takes one, and waits until there is one.
     *
     * @param ifWaiting run once before waiting
     * @return false if a stop was asked for first; then none was taken
     */
    boolean take(Stopper stopper, Runnable ifWaiting) throws InterruptedException {
        Object ticket = new Object();
        try {
            return await(ticket, stopper, ifWaiting);
        } finally {
            synchronized (this) {
                waiting.remove(ticket);
                notifyAll();
            }
        }
    }

    @SuppressWarnings("try") // The registration is there to be closed.
    private boolean await(Object ticket, Stopper stopper, Runnable ifWaiting) throws InterruptedException {
        synchronized (this) {
            waiting.add(ticket);
            if (takeIfFirst(ticket)) {
                return true;
            }
        }
        ifWaiting.run();
        try (var registration = stopper.onStop(this::wake)) {
            synchronized (this) {
                while (!stopper.isAsked()) {
                    if (takeIfFirst(ticket)) {
                        return true;
                    }
                    wait(LOOK_AGAIN_MILLIS);
                }
            }
        }
        return false;
    }

    private boolean takeIfFirst(Object ticket) {
        if (waiting.peek() != ticket || taken >= Math.max(1, limit.getAsInt())) {
            return false;
        }
        taken++;
        return true;
    }

    private synchronized void wake() {
        notifyAll();
    }

    synchronized void release() {
        taken--;
        notifyAll();
    }
}
