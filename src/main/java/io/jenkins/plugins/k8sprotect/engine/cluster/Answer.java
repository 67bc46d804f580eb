package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer. Read to its end, it gives its connection back; closed before, or broken, it ends the connection.
 * Not thread-safe.
 */
final class Answer extends InputStream {
    private static final int LONGEST_REST = 16 * 1024;
    private static final int REST_MILLIS = 500;

    private final InputStream in;
    private final HttpConnection.Head head;
    private final HttpConnection connection;
    private final ConnectionPool pool;
    private final Runnable broken;
    private boolean done;
    private boolean failed;

    /** @param broken run when the body breaks off, before the exception is thrown; may throw another */
    Answer(HttpConnection.Head head, HttpConnection connection, ConnectionPool pool, Runnable broken) {
        this.in = connection.body(head);
        this.head = head;
        this.connection = connection;
        this.pool = pool;
        this.broken = broken;
    }

    HttpConnection.Head head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (failed) {
            throw new IOException("the answer broke off");
        }
        if (done) {
            return -1;
        }
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (IOException e) {
            failed = true;
            giveUp();
            broken.run();
            throw e;
        }
        if (count < 0) {
            finish();
        }
        return count;
    }

    private void finish() {
        done = true;
        if (head.keepAlive()) {
            pool.release(connection);
        } else {
            pool.discard(connection);
        }
    }

    private void giveUp() {
        done = true;
        pool.discard(connection);
    }

    /** What is left of a body is read if it is little and there: its end, mostly, after its last byte was looked at. */
    @Override
    public void close() {
        if (done) {
            return;
        }
        if (head.keepAlive() && restIsRead() && connection.patientAgain()) {
            finish();
        } else {
            giveUp();
        }
    }

    private boolean restIsRead() {
        byte[] rest = new byte[1024];
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REST_MILLIS);
        try {
            connection.readTimeout(REST_MILLIS);
            for (int read = 0; read < LONGEST_REST && System.nanoTime() < end; ) {
                int count = in.read(rest);
                if (count < 0) {
                    return true;
                }
                read += count;
            }
        } catch (IOException e) {
            // It was not wanted.
        }
        return false;
    }
}
