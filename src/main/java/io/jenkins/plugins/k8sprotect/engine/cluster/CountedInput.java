package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body that comes in pieces of known length. Closing does not close the connection. */
abstract class CountedInput extends InputStream {
    private final InputStream in;
    private long left;

    /** @param left bytes of the first piece */
    CountedInput(InputStream in, long left) {
        this.in = in;
        this.left = left;
    }

    /** The length of the next piece, or 0 at the end of the body; asked again after the end too. */
    abstract long nextPiece() throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            left = nextPiece();
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
