package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Connections that an operation leaves to the next one of the same access: dozens of TLS handshakes are a second of
 * processor time, the server's included. Whoever does not come back within twenty seconds finds none. Thread-safe.
 */
final class KeptConnections {
    /** Less than what load balancers and API servers wait before they close an idle connection. */
    static final long LONGEST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Deque<HttpConnection> kept = new ArrayDeque<>();

    /** One that was used lately, or null. */
    synchronized HttpConnection take() {
        closeOld();
        return kept.pollLast();
    }

    void keep(Collection<HttpConnection> idle) {
        if (idle.isEmpty()) {
            return;
        }
        synchronized (this) {
            kept.addAll(idle);
        }
        CompletableFuture.delayedExecutor(LONGEST_IDLE_NANOS, TimeUnit.NANOSECONDS)
                .execute(this::closeOld);
    }

    /** How many are kept. */
    synchronized int size() {
        return kept.size();
    }

    private synchronized void closeOld() {
        kept.removeIf(connection -> {
            boolean old = System.nanoTime() - connection.idleSince() >= LONGEST_IDLE_NANOS;
            if (old) {
                connection.close();
            }
            return old;
        });
    }
}
