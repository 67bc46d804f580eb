package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of known length. Closing does not close the connection. */
final class FixedInput extends InputStream {
    private final InputStream in;
    private long left;

    FixedInput(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the server closed the connection in the middle of an answer");
        }
        left -= count;
        return count;
    }
}
