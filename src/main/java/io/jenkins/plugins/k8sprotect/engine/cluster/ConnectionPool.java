package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Connections to one server: those in use, and those that wait to be used again. Thread-safe. Whoever acquired one gives
 * it back by {@link #release} or {@link #discard}.
 */
final class ConnectionPool implements AutoCloseable {
    /** A connection that waited longer is looked at before it is used: what is sent on a dead one may have been done. */
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SocketOpener opener;
    private final KeptConnections kept;
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    /** Sockets in use, and those being opened; true where they carry a read. */
    private final Map<Socket, Boolean> busy = new HashMap<>();

    private boolean closed;
    private boolean readsEnded;

    /** @param kept where connections come from before new ones are opened, and where they go at the end */
    ConnectionPool(SocketOpener opener, KeptConnections kept) {
        this.opener = opener;
        this.kept = kept;
    }

    /**
     * The connection that was used last, which is the least likely to be closed by the server; else a new one.
     *
     * @param read whether it may be cut by {@link #endReads}
     */
    HttpConnection acquire(boolean read) throws IOException {
        for (HttpConnection kept = takeIdle(read); kept != null; kept = takeIdle(read)) {
            if (System.nanoTime() - kept.idleSince() < TRUSTED_NANOS || kept.seemsOpen()) {
                return kept;
            }
            discard(kept);
        }
        return open(read);
    }

    /** A connection that was not used before. */
    HttpConnection open(boolean read) throws IOException {
        Socket raw = new Socket();
        begin(raw, read);
        boolean opened = false;
        try {
            HttpConnection connection = new HttpConnection(raw, opener.connect(raw));
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                end(raw);
                HttpConnection.close(raw);
            }
        }
    }

    private synchronized HttpConnection takeIdle(boolean read) throws IOException {
        HttpConnection last = idle.pollLast();
        if (last != null && System.nanoTime() - last.idleSince() > KeptConnections.LONGEST_IDLE_NANOS) {
            last.close();
            closeIdle(); // The others wait even longer.
            last = null;
        }
        if (last == null) {
            last = kept.take();
        }
        if (last != null) {
            begin(last.raw(), read);
        }
        return last;
    }

    private synchronized void begin(Socket raw, boolean read) throws IOException {
        if (closed || read && readsEnded) {
            HttpConnection.close(raw);
            throw new IOException("the connection to the cluster was closed");
        }
        busy.put(raw, read);
    }

    private synchronized void end(Socket raw) {
        busy.remove(raw);
    }

    /** After an answer that was read to its end. */
    void release(HttpConnection connection) {
        boolean quiet = connection.isQuiet();
        synchronized (this) {
            end(connection.raw());
            if (quiet && !closed) {
                connection.markIdle(System.nanoTime());
                idle.addLast(connection);
                return;
            }
        }
        connection.close();
    }

    /** After anything else: nobody knows what would be read next. */
    void discard(HttpConnection connection) {
        end(connection.raw());
        connection.abort();
    }

    /** Cuts all reads and allows no more. Writes go on: what was cut there may or may not have been carried out. */
    synchronized void endReads() {
        readsEnded = true;
        busy.forEach((socket, read) -> {
            if (read) {
                HttpConnection.close(socket);
            }
        });
    }

    private void closeIdle() {
        idle.forEach(HttpConnection::close);
        idle.clear();
    }

    /** Also ends what is in use. */
    @Override
    public synchronized void close() {
        closed = true;
        kept.keep(idle);
        idle.clear();
        busy.keySet().forEach(HttpConnection::close);
    }

    /** How many are in use or being opened. */
    synchronized int inUse() {
        return busy.size();
    }
}
