package io.jenkins.plugins.k8sprotect.engine.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream as ranges of one buffer; a line over the limit is refused before it is read whole. */
final class LineReader {
    private final InputStream in;
    private final int maxLine;
    private byte[] buffer = new byte[64 << 10];
    private int start;
    private int length;
    private int next;
    private int filled;

    LineReader(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
    }

    /** Goes on to the next line; false at the end. */
    boolean next() throws IOException {
        start = next;
        for (int at = start; ; at++) {
            if (at == filled) {
                int line = at - start;
                if (!fill()) {
                    length = line;
                    next = filled;
                    return line > 0;
                }
                at = start + line;
            }
            if (at - start >= maxLine) {
                throw new IOException("has a line of more than " + maxLine + " bytes");
            }
            if (buffer[at] == '\n') {
                length = at - start;
                next = at + 1;
                return true;
            }
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** Makes room behind the line that is being read, and reads on. */
    private boolean fill() throws IOException {
        int line = filled - start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, line);
        } else if (line == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        start = 0;
        filled = line;
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(count, 0);
        return count > 0;
    }
}
