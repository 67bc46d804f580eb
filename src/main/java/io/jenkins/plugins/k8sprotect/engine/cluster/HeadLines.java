package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines of an answer that are not its body (RFC 9112 section 2.2). Reads nothing beyond them. */
final class HeadLines {
    /** All interim heads and the last one together; no API server says more. */
    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final StringBuilder line = new StringBuilder(128);
    private int left;

    HeadLines(InputStream in) {
        this.in = in;
    }

    /** The head of the answer; interim answers (1xx) are passed over. */
    HttpConnection.Head head() throws IOException {
        left = LONGEST;
        while (true) {
            HttpConnection.Head head = anyHead();
            if (head.status() == 101) {
                throw new IOException("not an HTTP/1.1 answer: another protocol that nobody asked for");
            }
            if (head.status() >= 200) {
                return head;
            }
        }
    }

    private HttpConnection.Head anyHead() throws IOException {
        String status = next();
        List<String> fields = new ArrayList<>();
        for (String field = next(); !field.isEmpty(); field = next()) {
            fields.add(field);
        }
        return HeadParser.parse(status, fields);
    }

    /** One line within a body, between its chunks. */
    String single() throws IOException {
        left = LONGEST;
        return next();
    }

    private String next() throws IOException {
        line.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (--left < 0) {
                throw new IOException("a head of more than " + LONGEST + " bytes");
            }
            line.append((char) c);
        }
        int end = line.length() - 1;
        if (end >= 0 && line.charAt(end) == '\r') {
            line.setLength(end);
        }
        if (line.indexOf("\r") >= 0) {
            throw new IOException("not an HTTP/1.1 answer: a carriage return within a line");
        }
        return line.toString();
    }
}
