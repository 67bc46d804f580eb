package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP/1.1 connection (RFC 9112) that is used for one request after the other. Not thread-safe.
 *
 * <p>The JDK's client spends three times as much processor time on a small request as this does (see {@code
 * docs/performance.md}); on bulk writes that time is taken from nothing else but the restore.
 */
final class HttpConnection implements Closeable {
    /** A status line or header field that is longer is no answer of an API server. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private long idleSince;

    HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
        this.out = socket.getOutputStream();
    }

    /**
     * The head of an answer.
     *
     * @param status HTTP status
     * @param length {@code Content-Length}, or -1
     * @param chunked whether the body comes in chunks
     * @param keepAlive whether the connection may be used again
     * @param retryAfterSeconds {@code Retry-After}, or 0
     */
    record Head(int status, long length, boolean chunked, boolean keepAlive, int retryAfterSeconds) {}

    /** Sends a request: head and body in one write, so that a small one is one packet. */
    void send(byte[] head, byte[] body) throws IOException {
        if (body.length == 0) {
            out.write(head);
        } else if (body.length > 64 * 1024) {
            out.write(head);
            out.write(body);
        } else {
            byte[] both = java.util.Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, both, head.length, body.length);
            out.write(both);
        }
        out.flush();
    }

    /** Reads the head of the answer; interim answers (1xx) are passed over. */
    Head readHead() throws IOException {
        while (true) {
            String status = line();
            List<String> fields = new ArrayList<>();
            for (String field = line(); !field.isEmpty(); field = line()) {
                fields.add(field);
            }
            Head head = HeadParser.parse(status, fields);
            if (head.status() >= 200) {
                return head;
            }
        }
    }

    /** The body that follows a head. Must be read to its end before the next request. */
    InputStream body(Head head) {
        if (head.status() == 204 || head.status() == 304) {
            return InputStream.nullInputStream();
        }
        if (head.chunked()) {
            return new ChunkedInput(in, this::line);
        }
        return head.length() >= 0 ? new FixedInput(in, head.length()) : in;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a header field of more than " + LONGEST_LINE + " bytes");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    void markIdle(long nanoTime) {
        idleSince = nanoTime;
    }

    long idleSince() {
        return idleSince;
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    void readTimeout(int millis) throws SocketException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost: the connection is not used again.
        }
    }
}
