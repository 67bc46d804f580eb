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

    /**
     * A head with all its fields.
     *
     * @param head what is read of it for every answer
     * @param fields the header fields as they came
     */
    record Full(HttpConnection.Head head, List<String> fields) {
        /** A field's value; empty if it is not there. */
        String field(String name) {
            return fields.stream()
                    .filter(f -> f.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(f -> f.substring(name.length() + 1).trim())
                    .findFirst()
                    .orElse("");
        }
    }

    /** The head of the answer; interim answers (1xx) are passed over. */
    HttpConnection.Head head() throws IOException {
        HttpConnection.Head head = headOrUpgrade().head();
        if (head.status() == 101) {
            throw new IOException("not an HTTP/1.1 answer: another protocol that nobody asked for");
        }
        return head;
    }

    /** As {@link #head}, after another protocol was asked for: 101 says that it follows (RFC 9110 section 7.8). */
    Full headOrUpgrade() throws IOException {
        left = LONGEST;
        while (true) {
            Full full = anyHead();
            if (full.head().status() == 101 || full.head().status() >= 200) {
                return full;
            }
        }
    }

    private Full anyHead() throws IOException {
        String status = next();
        List<String> fields = new ArrayList<>();
        for (String field = next(); !field.isEmpty(); field = next()) {
            fields.add(field);
        }
        return new Full(HeadParser.parse(status, fields), fields);
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
