package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One HTTP/1.1 connection (RFC 9112) that is used for one request after the other. Not thread-safe, but for {@link
 * #abort}.
 *
 * <p>The JDK's client spends three times as much processor time on a small request as this does (see {@code
 * docs/performance.md}); on bulk writes that time is taken from nothing else but the restore.
 */
final class HttpConnection implements Closeable {
    /** What goes out in one write; it also finds room in the system's buffers, so that writing it does not block. */
    private static final int SMALL = 64 * 1024;

    private final Socket raw;
    private final Socket socket;
    private final WireInput in;
    private final OutputStream out;
    private final HeadLines lines;
    private final int patience;
    private long idleSince;
    private boolean kept;

    /**
     * @param raw connected to the server or its proxy
     * @param socket what to talk over: the same, or TLS over it
     */
    HttpConnection(Socket raw, Socket socket) throws IOException {
        this.raw = raw;
        this.socket = socket;
        this.in = new WireInput(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.lines = new HeadLines(in);
        this.patience = socket.getSoTimeout();
    }

    /**
     * The head of an answer.
     *
     * @param status HTTP status
     * @param length {@code Content-Length}, or -1; 0 where there is no body
     * @param chunked whether the body comes in chunks
     * @param keepAlive whether the connection may be used again
     * @param retryAfterSeconds {@code Retry-After}, or 0
     */
    record Head(int status, long length, boolean chunked, boolean keepAlive, int retryAfterSeconds) {
        /** The same, of a connection that is not used again. */
        Head last() {
            return new Head(status, length, chunked, false, retryAfterSeconds);
        }
    }

    /** Sends a request: head and body in one write, so that a small one is one packet. */
    void send(byte[] head, byte[] body) throws IOException {
        if (body.length == 0) {
            out.write(head);
        } else if (body.length > SMALL) {
            sendLarge(head, body);
        } else {
            byte[] both = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, both, head.length, body.length);
            out.write(both);
        }
        out.flush();
    }

    /** A write has no timeout of its own: a server that stops reading would hold it for ever. */
    private void sendLarge(byte[] head, byte[] body) throws IOException {
        CompletableFuture<Void> tooLong = new CompletableFuture<>();
        tooLong.thenRun(this::abort);
        tooLong.completeOnTimeout(null, patience, TimeUnit.MILLISECONDS);
        try {
            out.write(head);
            out.write(body);
        } finally {
            tooLong.cancel(false);
        }
    }

    /** Reads the head of the answer; interim answers (1xx) are passed over. */
    Head readHead() throws IOException {
        return lines.head();
    }

    /** As {@link #readHead}, after another protocol was asked for. */
    HeadLines.Full readHeadOrUpgrade() throws IOException {
        return lines.headOrUpgrade();
    }

    /** What follows once the protocol was changed. */
    InputStream input() {
        return in;
    }

    /** Where to write once the protocol was changed. */
    OutputStream output() {
        return out;
    }

    /** The body that follows a head. Must be read to its end before the next request. */
    InputStream body(Head head) {
        if (head.chunked()) {
            return new ChunkedInput(in, lines::single);
        }
        return head.length() >= 0 ? new FixedInput(in, head.length()) : in;
    }

    void markIdle(long nanoTime) {
        idleSince = nanoTime;
        kept = true;
    }

    Socket raw() {
        return raw;
    }

    long idleSince() {
        return idleSince;
    }

    /** Whether it was used before, so that the server may have closed it meanwhile. */
    boolean wasKept() {
        return kept;
    }

    /** Whether nothing came after the last answer's end; what does is no answer to a question to come. */
    boolean isQuiet() {
        try {
            return in.available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Looks whether the server closed it (or spoke unasked); takes a millisecond if not. */
    boolean seemsOpen() {
        try {
            readTimeout(1);
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return patientAgain();
        } catch (IOException e) {
            return false;
        }
    }

    /** How long the next reads wait at most, until {@link #patientAgain}. */
    void readTimeout(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** As {@link #readTimeout}, but no longer than always, and at least a moment. */
    void readTimeoutAtMost(long millis) throws IOException {
        readTimeout((int) Math.max(1, Math.min(patience, millis)));
    }

    /** False if the connection is broken. */
    boolean patientAgain() {
        try {
            readTimeout(patience);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it at once, whoever reads or writes at the moment: TLS takes no leave, which may have to wait. */
    void abort() {
        close(raw);
    }

    @Override
    public void close() {
        close(socket);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost: the connection is not used again.
        }
    }
}
