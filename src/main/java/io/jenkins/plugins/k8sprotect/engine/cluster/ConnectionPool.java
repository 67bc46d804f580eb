package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Connections to one server that wait to be used again. Thread-safe. */
final class ConnectionPool implements AutoCloseable {
    /** Less than what load balancers and API servers wait before they close an idle connection. */
    private static final long LONGEST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final SocketOpener opener;
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private boolean closed;

    ConnectionPool(SocketOpener opener) {
        this.opener = opener;
    }

    /** The connection that was used last, which is the least likely to be closed by the server; else a new one. */
    HttpConnection acquire() throws IOException {
        HttpConnection waiting = takeIdle();
        return waiting != null ? waiting : open();
    }

    /** A connection that was not used before. */
    HttpConnection open() throws IOException {
        return new HttpConnection(opener.open());
    }

    private synchronized HttpConnection takeIdle() throws IOException {
        if (closed) {
            throw new IOException("the connection to the cluster was closed");
        }
        HttpConnection last = idle.pollLast();
        if (last != null && System.nanoTime() - last.idleSince() > LONGEST_IDLE_NANOS) {
            last.close();
            closeIdle(); // The others wait even longer.
            return null;
        }
        return last;
    }

    synchronized void release(HttpConnection connection) {
        if (closed) {
            connection.close();
        } else {
            connection.markIdle(System.nanoTime());
            idle.addLast(connection);
        }
    }

    private void closeIdle() {
        idle.forEach(HttpConnection::close);
        idle.clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeIdle();
    }
}
