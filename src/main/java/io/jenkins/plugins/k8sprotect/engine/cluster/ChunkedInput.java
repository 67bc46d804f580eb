package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112 section 7.1). */
final class ChunkedInput extends CountedInput {
    private static final int LONGEST_TRAILER = 64 * 1024;
    /** Of a size in hexadecimal digits: far beyond what is sent, far below an overflow. */
    private static final int MOST_DIGITS = 12;

    /** Gives the next line of the connection. */
    interface Lines {
        String next() throws IOException;
    }

    private final Lines lines;
    private boolean begun;
    private boolean ended;

    ChunkedInput(InputStream in, Lines lines) {
        super(in, 0);
        this.lines = lines;
    }

    @Override
    long nextPiece() throws IOException {
        if (ended) {
            return 0;
        }
        if (begun && !lines.next().isEmpty()) {
            throw new IOException("not an HTTP/1.1 answer: a chunk is longer than it says");
        }
        begun = true;
        long size = size(lines.next());
        if (size == 0) {
            passTrailer();
            ended = true;
        }
        return size;
    }

    /** Trailer fields say nothing that is needed. */
    private void passTrailer() throws IOException {
        int length = 0;
        for (String field = lines.next(); !field.isEmpty(); field = lines.next()) {
            length += field.length();
            if (length > LONGEST_TRAILER) {
                throw new IOException("a trailer of more than " + LONGEST_TRAILER + " bytes");
            }
        }
    }

    /** The digits before an extension and the blanks that may precede it. */
    private static long size(String line) throws IOException {
        long size = 0;
        int digits = 0;
        while (digits < line.length() && Character.digit(line.charAt(digits), 16) >= 0) {
            size = 16 * size + Character.digit(line.charAt(digits++), 16);
            if (digits > MOST_DIGITS) {
                throw notANumber();
            }
        }
        int after = digits;
        while (after < line.length() && (line.charAt(after) == ' ' || line.charAt(after) == '\t')) {
            after++;
        }
        if (digits == 0 || after < line.length() && line.charAt(after) != ';') {
            throw notANumber();
        }
        return size;
    }

    private static IOException notANumber() {
        return new IOException("not an HTTP/1.1 answer: the size of a chunk is no number");
    }
}
