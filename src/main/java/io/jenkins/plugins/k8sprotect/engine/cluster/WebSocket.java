package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The client's side of a WebSocket (RFC 6455), as far as a program that only listens needs it: messages come in, pings and
 * the closing go out. A message is read piece by piece, however long it is. Not thread-safe.
 */
final class WebSocket {
    /** What the server says about the end, where it says nothing (RFC 6455 section 7.1.5). */
    static final int NO_CODE = 1005;

    private static final int CONTINUATION = 0x0;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    /** Of a control frame (section 5.5). */
    private static final int LONGEST_CONTROL = 125;

    private final HttpConnection connection;
    private final String protocol;
    private final FrameWriter writer;
    private InputStream in;
    private long left;
    private boolean last = true;
    private int closeCode = NO_CODE;

    private record Frame(boolean last, int opcode, long length) {}

    /** @param protocol the subprotocol that was agreed on */
    WebSocket(HttpConnection connection, String protocol) {
        this.connection = connection;
        this.protocol = protocol;
        this.writer = new FrameWriter(connection.output());
        this.in = connection.input();
    }

    HttpConnection connection() {
        return connection;
    }

    String protocol() {
        return protocol;
    }

    InputStream input() {
        return in;
    }

    /** Reads through another stream from now on, one that watches what {@link #input} gives. */
    void readThrough(InputStream watching) {
        in = watching;
    }

    void ping() throws IOException {
        writer.control(PING, new byte[0]);
    }

    /** Why the server closed, once {@link #next} was false: 1000 is a regular end (section 7.4.1). */
    int closeCode() {
        return closeCode;
    }

    /**
     * Goes on to the next message. What is left of the one before must have been read.
     *
     * @return false when the server closed the WebSocket, which is answered
     */
    boolean next() throws IOException {
        while (true) {
            Frame frame = frame();
            if (frame.opcode >= CLOSE) {
                if (closes(frame)) {
                    return false;
                }
            } else if (frame.opcode == CONTINUATION) {
                throw wrong("a continuation of nothing");
            } else {
                begin(frame);
                return true;
            }
        }
    }

    /** A piece of the message, at least one byte; -1 at its end. */
    int read(byte[] buffer, int offset, int length) throws IOException {
        while (left == 0) {
            if (last) {
                return -1;
            }
            Frame frame = frame();
            if (frame.opcode == CONTINUATION) {
                begin(frame);
            } else if (frame.opcode < CLOSE) {
                throw wrong("a message within another");
            } else if (closes(frame)) {
                throw new EOFException("the server closed in the middle of a message");
            }
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw closed();
        }
        left -= count;
        return count;
    }

    private void begin(Frame frame) {
        left = frame.length;
        last = frame.last;
    }

    private boolean closes(Frame frame) throws IOException {
        byte[] payload = in.readNBytes((int) frame.length);
        if (payload.length < frame.length) {
            throw closed();
        }
        if (frame.opcode == PING) {
            writer.control(PONG, payload);
        } else if (frame.opcode == CLOSE) {
            if (payload.length >= 2) {
                closeCode = (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
            }
            writer.control(CLOSE, payload.length < 2 ? payload : new byte[] {payload[0], payload[1]});
            return true;
        }
        return false;
    }

    /** The head of a frame (section 5.2), checked as a client must. */
    private Frame frame() throws IOException {
        int first = octet();
        int second = octet();
        int opcode = first & 0x0F;
        boolean fin = (first & 0x80) != 0;
        if ((first & 0x70) != 0) {
            throw wrong("an extension that nobody asked for");
        }
        if (opcode > BINARY && opcode < CLOSE || opcode > PONG) {
            throw wrong("an unknown frame");
        }
        if ((second & 0x80) != 0) {
            throw wrong("a masked frame from a server");
        }
        long length = length(second & 0x7F);
        if (opcode >= CLOSE && (!fin || length > LONGEST_CONTROL)) {
            throw wrong("a control frame that is too long, or cut");
        }
        return new Frame(fin, opcode, length);
    }

    private long length(int told) throws IOException {
        int octets = told < 126 ? 0 : told == 126 ? 2 : 8;
        long length = octets == 0 ? told : 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | octet();
        }
        if (length < 0) {
            throw wrong("a length that does not exist");
        }
        return length;
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw closed();
        }
        return octet;
    }

    private static EOFException closed() {
        return new EOFException("the server closed the connection");
    }

    private static IOException wrong(String what) {
        return new IOException("not WebSocket: " + what);
    }
}
