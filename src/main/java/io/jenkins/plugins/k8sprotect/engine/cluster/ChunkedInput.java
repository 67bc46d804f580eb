package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112 section 7.1). Closing does not close the connection. */
final class ChunkedInput extends InputStream {
    /** Gives the next line of the connection. */
    interface Lines {
        String next() throws IOException;
    }

    private final InputStream in;
    private final Lines lines;
    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedInput(InputStream in, Lines lines) {
        this.in = in;
        this.lines = lines;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the server closed the connection in the middle of an answer");
        }
        left -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (begun && !lines.next().isEmpty()) {
            throw new IOException("not an HTTP answer: a chunk is longer than it says");
        }
        begun = true;
        String size = lines.next();
        int extension = size.indexOf(';');
        size = (extension < 0 ? size : size.substring(0, extension)).trim();
        if (!size.matches("[0-9A-Fa-f]{1,12}")) {
            throw new IOException("not an HTTP answer: the size of a chunk is no number");
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            ended = true;
            while (!lines.next().isEmpty()) {
                // Trailer fields say nothing that is needed.
            }
        }
    }
}
