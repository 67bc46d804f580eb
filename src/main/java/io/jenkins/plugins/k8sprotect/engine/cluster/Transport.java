package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends requests to one API server, as one identity, over connections that are kept. Thread-safe. */
final class Transport implements AutoCloseable {
    private static final byte[] NOTHING = {};
    private static final int LONGEST_ERROR = 1 << 20;
    private static final int LONGEST_REST = 16 * 1024;

    private final String server;
    private final String prefix;
    private final String host;
    private final Credential credential;
    private final ConnectionPool pool;

    Transport(ClusterAccess access) {
        URI uri = URI.create(access.server());
        this.server = access.server();
        this.prefix = uri.getRawPath() == null ? "" : uri.getRawPath();
        this.host = uri.getRawAuthority();
        this.credential = new Credential(access);
        this.pool = new ConnectionPool(new SocketOpener(access.config()));
    }

    String server() {
        return server;
    }

    /**
     * Sends once and gives the answer whole.
     *
     * @throws ApiException for every answer that is no success, and where there was none
     */
    byte[] send(Request request) {
        try (InputStream body = stream(request)) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw broken(request, e);
        }
    }

    /** Sends once and gives the answer as a stream, which the caller reads to its end and closes. */
    InputStream stream(Request request) {
        Answer answer = exchange(request);
        if (answer.head.status() == 401 && credential.renew()) {
            answer.close();
            answer = exchange(request);
        }
        if (answer.head.status() / 100 == 2) {
            return answer;
        }
        try (InputStream body = answer) {
            throw ApiErrors.of(
                    request,
                    answer.head.status(),
                    body.readNBytes(LONGEST_ERROR),
                    1_000L * answer.head.retryAfterSeconds());
        } catch (IOException e) {
            throw broken(request, e);
        }
    }

    private Answer exchange(Request request) {
        byte[] head = head(request).getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = request.body() == null ? NOTHING : request.body();
        HttpConnection connection = null;
        try {
            connection = pool.acquire();
            return exchange(connection, head, body);
        } catch (IOException e) {
            if (connection != null) {
                connection.close();
            }
            if (connection == null || !request.method().equals("GET")) {
                throw broken(request, e);
            }
        }
        return exchangeAnew(request, head, body);
    }

    /** The server may have closed a kept connection; a read may be sent again at once. */
    private Answer exchangeAnew(Request request, byte[] head, byte[] body) {
        HttpConnection connection = null;
        try {
            connection = pool.open();
            return exchange(connection, head, body);
        } catch (IOException e) {
            if (connection != null) {
                connection.close();
            }
            throw broken(request, e);
        }
    }

    private Answer exchange(HttpConnection connection, byte[] head, byte[] body) throws IOException {
        connection.send(head, body);
        HttpConnection.Head answer = connection.readHead();
        return new Answer(connection, answer);
    }

    private String head(Request request) {
        StringBuilder head = new StringBuilder(512);
        head.append(request.method())
                .append(' ')
                .append(prefix)
                .append(request.path())
                .append(" HTTP/1.1\r\nHost: ");
        head.append(host).append("\r\nUser-Agent: k8s-protect\r\nAccept: ");
        head.append(request.accept().isEmpty() ? Request.JSON : request.accept())
                .append("\r\n");
        if (request.body() != null) {
            head.append("Content-Type: ").append(request.contentType()).append("\r\nContent-Length: ");
            head.append(request.body().length).append("\r\n");
        }
        return head.append(credential.fields()).append("\r\n").toString();
    }

    private ApiException broken(Request request, IOException e) {
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return ApiException.unreachable(request.what() + ": " + server + " did not answer (" + why + ")", e);
    }

    @Override
    public void close() {
        pool.close();
    }

    /** An answer's body. Read to its end, it gives its connection back; closed before, it closes it. */
    private final class Answer extends FilterInputStream {
        private final HttpConnection connection;
        private final HttpConnection.Head head;
        private boolean done;

        Answer(HttpConnection connection, HttpConnection.Head head) {
            super(connection.body(head));
            this.connection = connection;
            this.head = head;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            ended(c);
            return c;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            ended(count);
            return count;
        }

        private void ended(int count) {
            if (count < 0 && !done) {
                done = true;
                if (head.keepAlive()) {
                    pool.release(connection);
                } else {
                    connection.close();
                }
            }
        }

        /** What is left of a body is read if it is little: its end, mostly, after its last byte was looked at. */
        @Override
        public void close() {
            try {
                byte[] rest = new byte[LONGEST_REST];
                int left = rest.length;
                while (!done && left > 0) {
                    left -= Math.max(0, read(rest, 0, left));
                }
            } catch (IOException e) {
                // It was not wanted.
            }
            if (!done) {
                done = true;
                connection.close();
            }
        }
    }
}
