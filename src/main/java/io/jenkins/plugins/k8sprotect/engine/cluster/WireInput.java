package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What comes in on a connection, buffered, with lines taken out of the buffer as a whole. Not thread-safe. */
final class WireInput extends InputStream {
    private static final int BUFFER = 32 * 1024;

    /** A line has more bytes than it may have. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int longest) {
            super("a line of more than " + longest + " bytes");
        }
    }

    private final InputStream in;
    private final byte[] buffer;
    private int position;
    private int end;

    WireInput(InputStream in) {
        this(in, BUFFER);
    }

    private WireInput(InputStream in, int size) {
        this.in = in;
        this.buffer = new byte[size];
    }

    /** Takes no byte more than it is asked for, so that what follows can be read by another. */
    static WireInput unbuffered(InputStream in) {
        return new WireInput(in, 1);
    }

    @Override
    public int read() throws IOException {
        return position < end || fill() ? buffer[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == end) {
            if (length >= buffer.length) {
                return in.read(target, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() throws IOException {
        return end - position + in.available();
    }

    /**
     * The next line, without its line feed; a carriage return before that is part of it.
     *
     * @param longest bytes of the line at most, its end not counted
     * @throws TooLong if it has more
     */
    String line(int longest) throws IOException {
        StringBuilder before = null;
        int left = longest;
        while (true) {
            int at = position;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            left -= at - position;
            if (left < 0) {
                throw new TooLong(longest);
            }
            String part = new String(buffer, position, at - position, StandardCharsets.ISO_8859_1);
            if (at < end) {
                position = at + 1;
                return before == null ? part : before.append(part).toString();
            }
            before = before == null ? new StringBuilder(part) : before.append(part);
            position = end;
            if (!fill()) {
                throw new EOFException("the server closed the connection");
            }
        }
    }

    /** False at the end of the stream. */
    private boolean fill() throws IOException {
        position = 0;
        end = 0;
        int count = in.read(buffer, 0, buffer.length);
        end = Math.max(0, count);
        return count > 0;
    }
}
