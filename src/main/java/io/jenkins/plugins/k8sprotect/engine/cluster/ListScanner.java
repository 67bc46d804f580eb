package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a Kubernetes list into the exact bytes of its items while it arrives, without parsing them: only strings and
 * nesting are followed. Memory is that of one item, whatever the page holds.
 *
 * <p>Everything of the list but its items is kept and given back as a small JSON object, since {@code metadata} comes
 * before the items of built-in kinds and after those of custom resources.
 */
final class ListScanner {
    private static final int BUFFER = 64 * 1024;
    /** A copy that has grown to this is not kept for the next value. */
    private static final int LARGE = 1 << 20;

    private static final int NO_COPY = -1;

    /** The bytes at which nesting or strings begin or end. */
    private static final boolean[] STRUCTURE = new boolean[256];

    static {
        for (char c : "\"{}[]".toCharArray()) {
            STRUCTURE[c] = true;
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    /** Where in the buffer the value begins that is being read, or {@link #NO_COPY} between values. */
    private int copyFrom = NO_COPY;
    /** What the buffer held of that value before it was filled again. */
    private ByteArrayOutputStream copy = new ByteArrayOutputStream(1024);

    ListScanner(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the list to its end.
     *
     * @param item given each item's bytes, in order
     * @return the list without its items, as a JSON object
     * @throws IOException if the stream breaks or ends early, or is no JSON object
     */
    byte[] scan(Consumer<byte[]> item) throws IOException {
        expect('{');
        ByteArrayOutputStream rest = new ByteArrayOutputStream(512);
        rest.write('{');
        boolean first = true;
        for (int c = nextToken(); c != '}'; c = nextToken()) {
            if (c == ',') {
                continue;
            }
            byte[] name = value(c);
            expect(':');
            int start = nextToken();
            if (start == '[' && isItems(name)) {
                items(item);
                continue;
            }
            byte[] content = value(start);
            if (!first) {
                rest.write(',');
            }
            first = false;
            rest.writeBytes(name);
            rest.write(':');
            rest.writeBytes(content);
        }
        rest.write('}');
        expectEnd();
        return rest.toByteArray();
    }

    private void items(Consumer<byte[]> item) throws IOException {
        for (int c = nextToken(); c != ']'; c = nextToken()) {
            if (c != ',') {
                item.accept(value(c));
            }
        }
    }

    private static boolean isItems(byte[] name) {
        return name.length == 7 && new String(name, java.nio.charset.StandardCharsets.US_ASCII).equals("\"items\"");
    }

    /** The bytes of the value that begins with {@code first}, which has been read already. */
    private byte[] value(int first) throws IOException {
        copy.reset();
        copyFrom = position - 1;
        switch (first) {
            case '"' -> string();
            case '{', '[' -> nested();
            default -> literal();
        }
        byte[] bytes;
        if (copy.size() == 0) {
            bytes = Arrays.copyOfRange(buffer, copyFrom, position);
        } else {
            copy.write(buffer, copyFrom, position - copyFrom);
            bytes = copy.toByteArray();
        }
        copyFrom = NO_COPY;
        if (copy.size() > LARGE) {
            copy = new ByteArrayOutputStream(1024);
        }
        return bytes;
    }

    /** Goes to behind the quote that ends the string. */
    private void string() throws IOException {
        while (true) {
            int at = position;
            byte c = 0;
            while (at < end && (c = buffer[at]) != '"' && c != '\\') {
                at++;
            }
            position = at;
            if (at == end) {
                fill();
                continue;
            }
            position++;
            if (c == '"') {
                return;
            }
            read();
        }
    }

    private void nested() throws IOException {
        int depth = 1;
        while (depth > 0) {
            int at = position;
            byte c = 0;
            while (at < end && !STRUCTURE[(c = buffer[at]) & 0xFF]) {
                at++;
            }
            position = at;
            if (at == end) {
                fill();
                continue;
            }
            position++;
            if (c == '"') {
                string();
            } else {
                depth += c == '{' || c == '[' ? 1 : -1;
            }
        }
    }

    private void literal() throws IOException {
        for (int c = read(); c != ',' && c != '}' && c != ']' && c > ' '; c = read()) {
            // Goes on to what ends it.
        }
        position--;
    }

    private void expect(char wanted) throws IOException {
        int c = nextToken();
        if (c != wanted) {
            throw new IOException("not a Kubernetes list: found '" + (char) c + "' where '" + wanted + "' belongs");
        }
    }

    /** A connection is used again only if its answer was read to the end. */
    private void expectEnd() throws IOException {
        do {
            while (position < end) {
                if ((buffer[position++] & 0xFF) > ' ') {
                    throw new IOException("not a Kubernetes list: something follows its end");
                }
            }
            position = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        } while (end > 0);
    }

    private int nextToken() throws IOException {
        int c = read();
        while (c <= ' ') {
            c = read();
        }
        return c;
    }

    private int read() throws IOException {
        if (position == end) {
            fill();
        }
        return buffer[position++] & 0xFF;
    }

    private void fill() throws IOException {
        if (copyFrom != NO_COPY) {
            copy.write(buffer, copyFrom, end - copyFrom);
            copyFrom = 0;
        }
        position = 0;
        end = in.read(buffer, 0, buffer.length);
        if (end <= 0) {
            end = 0;
            throw new EOFException("the list ended in the middle");
        }
    }
}
