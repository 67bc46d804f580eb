package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.util.List;

/** Reads the few header fields that matter (RFC 9110, RFC 9112 section 6). */
final class HeadParser {
    private int status;
    private boolean keepAlive;
    private long length = -1;
    private boolean chunked;
    private int retryAfter;

    private HeadParser() {}

    /** @throws IOException for what is no HTTP/1 answer, and where its end could be understood in two ways */
    static HttpConnection.Head parse(String statusLine, List<String> fields) throws IOException {
        HeadParser parser = new HeadParser();
        parser.status = status(statusLine);
        parser.keepAlive = statusLine.charAt(7) == '1';
        for (String field : fields) {
            parser.field(field);
        }
        return parser.head();
    }

    private void field(String field) throws IOException {
        int colon = field.indexOf(':');
        // A space before the colon, or a folded line, is read in one way here and in another there.
        if (colon <= 0 || field.charAt(0) <= ' ' || field.charAt(colon - 1) <= ' ') {
            throw notHttp("a header field without a name");
        }
        String name = field.substring(0, colon);
        String value = field.substring(colon + 1).trim();
        if (name.equalsIgnoreCase("Content-Length")) {
            length(value);
        } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
            transferEncoding(value);
        } else if (name.equalsIgnoreCase("Connection")) {
            keepAlive &= !hasClose(value);
        } else if (name.equalsIgnoreCase("Retry-After")) {
            retryAfter = value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
        }
    }

    /** Not kept without an end that is told once: the body then ends with the connection, or cannot be trusted to end. */
    private HttpConnection.Head head() {
        if (status == 204 || status == 304) {
            return new HttpConnection.Head(status, 0, false, keepAlive && !chunked && length <= 0, retryAfter);
        }
        boolean toldOnce = chunked != length >= 0;
        return new HttpConnection.Head(status, chunked ? -1 : length, chunked, keepAlive && toldOnce, retryAfter);
    }

    private static int status(String line) throws IOException {
        boolean http = line.length() >= 12
                && line.startsWith("HTTP/1.")
                && (line.charAt(7) == '0' || line.charAt(7) == '1')
                && line.charAt(8) == ' '
                && (line.length() == 12 || line.charAt(12) == ' ');
        int status = 0;
        for (int i = 9; http && i < 12; i++) {
            char c = line.charAt(i);
            http = c >= '0' && c <= '9';
            status = 10 * status + c - '0';
        }
        if (!http || status < 100 || status > 599) {
            throw notHttp("its first line");
        }
        return status;
    }

    /** The same length may be told more than once (RFC 9112 section 6.3). */
    private void length(String value) throws IOException {
        for (String part : value.split(",", -1)) {
            long number = number(part.trim());
            if (length >= 0 && length != number) {
                throw notHttp("two lengths");
            }
            length = number;
        }
    }

    private static long number(String digits) throws IOException {
        boolean number = !digits.isEmpty() && digits.length() <= 15;
        for (int i = 0; number && i < digits.length(); i++) {
            number = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
        }
        if (!number) {
            throw notHttp("Content-Length is no number");
        }
        return Long.parseLong(digits);
    }

    private void transferEncoding(String value) throws IOException {
        if (chunked || !value.equalsIgnoreCase("chunked")) {
            throw new IOException("the transfer encoding is not understood");
        }
        chunked = true;
    }

    private static boolean hasClose(String value) {
        for (String option : value.split(",")) {
            if (option.trim().equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }

    private static IOException notHttp(String why) {
        return new IOException("not an HTTP/1.1 answer: " + why);
    }
}
