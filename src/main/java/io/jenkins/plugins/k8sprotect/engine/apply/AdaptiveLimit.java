package io.jenkins.plugins.k8sprotect.engine.apply;

/**
 * How many writes may be under way at a time: rises by one after as many successes as are allowed, halves when the server
 * asks for fewer (429), between one and a bound ("additive increase, multiplicative decrease"). Thread-safe.
 */
final class AdaptiveLimit {
    private final int most;
    private double limit;
    private int underWay;

    AdaptiveLimit(int most) {
        this.most = most;
        this.limit = Math.min(most, 16);
    }

    /** Waits for a place. */
    synchronized void enter() throws InterruptedException {
        while (underWay >= (int) limit) {
            wait();
        }
        underWay++;
    }

    /** Gives the place back. */
    synchronized void leave(boolean overloaded) {
        underWay--;
        int before = (int) limit;
        limit = overloaded ? Math.max(1, limit / 2) : Math.min(most, limit + 1 / limit);
        // One place is free, or two when the limit has risen: waking all who wait would cost more than the writes do.
        notify();
        if ((int) limit > before) {
            notify();
        }
    }

    synchronized int current() {
        return (int) limit;
    }
}
