package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reads the few header fields that matter (RFC 9110, RFC 9112 section 6). */
final class HeadParser {
    private HeadParser() {}

    static HttpConnection.Head parse(String statusLine, List<String> fields) throws IOException {
        long length = -1;
        boolean chunked = false;
        boolean keepAlive = statusLine.startsWith("HTTP/1.1 ");
        int retryAfter = 0;
        for (String field : fields) {
            int colon = field.indexOf(':');
            if (colon < 0) {
                throw new IOException("not an HTTP answer: a header field without a colon");
            }
            String value = field.substring(colon + 1).trim();
            switch (field.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = number(value);
                case "transfer-encoding" -> chunked = chunked(value);
                case "connection" -> keepAlive &= !value.equalsIgnoreCase("close");
                case "retry-after" -> retryAfter = value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
                default -> {}
            }
        }
        // Without a length the body ends with the connection.
        return new HttpConnection.Head(
                status(statusLine), length, chunked, keepAlive && (chunked || length >= 0), retryAfter);
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new IOException("not an HTTP answer");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static long number(String value) throws IOException {
        if (!value.matches("\\d{1,15}")) {
            throw new IOException("not an HTTP answer: Content-Length is no number");
        }
        return Long.parseLong(value);
    }

    private static boolean chunked(String value) throws IOException {
        if (!value.equalsIgnoreCase("chunked")) {
            throw new IOException("the transfer encoding is not understood");
        }
        return true;
    }
}
