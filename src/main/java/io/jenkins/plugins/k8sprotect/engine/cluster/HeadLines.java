package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The lines of an answer that are not its body (RFC 9112 section 2.2). Reads nothing beyond them. */
final class HeadLines {
    /** All interim heads and the last one together; no API server says more. */
    private static final int LONGEST = 64 * 1024;

    private final WireInput in;
    private int left;

    HeadLines(WireInput in) {
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
        String line = line();
        left -= line.length() + 1;
        int end = line.indexOf('\r');
        if (end >= 0 && end < line.length() - 1) {
            throw new IOException("not an HTTP/1.1 answer: a carriage return within a line");
        }
        return end >= 0 ? line.substring(0, end) : line;
    }

    private String line() throws IOException {
        try {
            return in.line(left);
        } catch (WireInput.TooLong e) {
            throw new IOException("a head of more than " + LONGEST + " bytes", e);
        }
    }
}
