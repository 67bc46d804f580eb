package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sends requests to one API server, as one identity, over connections that are kept. Thread-safe.
 *
 * <p>A stop that is asked for ends reads at once, with a {@link java.util.concurrent.CancellationException}, however long
 * the server would take; a write is waited for, since what was cut may have been carried out.
 */
final class Transport implements AutoCloseable {
    private static final byte[] NOTHING = {};
    private static final int LONGEST_ERROR = 1 << 20;

    private final String server;
    private final String prefix;
    private final String host;
    private final Credential credential;
    private final ConnectionPool pool;
    private final CancelToken cancel;
    private final CancelToken.Registration registration;

    Transport(ClusterAccess access) {
        this(access, new CancelToken());
    }

    /** @throws InvalidAccess if what the kubeconfig says cannot be used */
    Transport(ClusterAccess access, CancelToken cancel) {
        URI uri = URI.create(access.server());
        this.server = access.server();
        this.prefix = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        this.host = uri.getRawAuthority();
        this.credential = new Credential(access);
        this.pool = new ConnectionPool(access.opener(), access.connections());
        this.cancel = cancel;
        this.registration = cancel.onCancel(pool::endReads);
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
            throw broken(request, true, e);
        }
    }

    /** Sends once and gives the answer as a stream, which the caller reads to its end and closes. */
    InputStream stream(Request request) {
        String identity = credential.fields();
        Answer answer = exchange(request, identity);
        if (answer.head().status() == 401) {
            ApiException refused = refusal(request, answer);
            if (!credential.renew(identity)) {
                throw refused;
            }
            answer = exchange(request, credential.fields());
        }
        if (answer.head().status() / 100 == 2) {
            return answer;
        }
        throw refusal(request, answer);
    }

    /**
     * Asks once for another protocol, on a connection of its own, which a stop cuts at any moment.
     *
     * @param patienceMillis how long the answer is waited for at most
     * @return the connection, on which the new protocol is spoken now; ended by {@link #end}
     * @throws ApiException for every answer but the change of protocols, and if no connection was to be had
     * @throws IOException if the answer did not come: what was asked for may have been begun
     */
    WebSocket upgrade(Request request, Handshake handshake, long patienceMillis) throws IOException {
        String identity = credential.fields();
        try {
            return openWebSocket(request, handshake, identity, patienceMillis);
        } catch (ApiException e) {
            if (!e.isUnauthorized() || !credential.renew(identity)) {
                throw e;
            }
        }
        return openWebSocket(request, handshake, credential.fields(), patienceMillis);
    }

    private WebSocket openWebSocket(Request request, Handshake handshake, String identity, long patienceMillis)
            throws IOException {
        byte[] head = head(request, identity + handshake.fields());
        HttpConnection connection = openForOne(request);
        WebSocket opened = null;
        try {
            connection.send(head, NOTHING);
            connection.readTimeoutAtMost(patienceMillis);
            HeadLines.Full full = connection.readHeadOrUpgrade();
            if (full.head().status() != 101) {
                throw refusal(request, new Answer(full.head().last(), connection, pool, cancel::checkpoint));
            }
            opened = new WebSocket(connection, handshake.accepted(request, full));
            return opened;
        } finally {
            if (opened == null) {
                pool.discard(connection);
            }
        }
    }

    private HttpConnection openForOne(Request request) {
        try {
            return pool.open(true);
        } catch (IOException e) {
            throw broken(request, false, e);
        }
    }

    /** Ends a connection that changed its protocol. */
    void end(WebSocket socket) {
        pool.discard(socket.connection());
    }

    private ApiException refusal(Request request, Answer answer) {
        try (answer) {
            byte[] body = answer.readNBytes(LONGEST_ERROR);
            return ApiErrors.of(
                    request,
                    answer.head().status(),
                    body,
                    1_000L * answer.head().retryAfterSeconds());
        } catch (IOException e) {
            throw broken(request, true, e);
        }
    }

    private Answer exchange(Request request, String identity) {
        byte[] head = head(request, identity);
        boolean sent = false;
        try {
            HttpConnection connection = pool.acquire(isRead(request));
            sent = true;
            try {
                return exchange(connection, request, head);
            } catch (IOException e) {
                if (!mayAskAnew(request, connection, e)) {
                    throw e;
                }
            }
            return exchange(pool.open(true), request, head);
        } catch (IOException e) {
            throw broken(request, sent, e);
        }
    }

    /** The server may have closed a kept connection; a read may be sent again at once. */
    private static boolean mayAskAnew(Request request, HttpConnection connection, IOException e) {
        return isRead(request) && connection.wasKept() && !(e instanceof SocketTimeoutException);
    }

    private Answer exchange(HttpConnection connection, Request request, byte[] head) throws IOException {
        Answer answer = null;
        try {
            connection.send(head, request.body() == null ? NOTHING : request.body());
            Runnable onBreak = isRead(request) ? cancel::checkpoint : () -> {};
            answer = new Answer(connection.readHead(), connection, pool, onBreak);
            return answer;
        } finally {
            if (answer == null) {
                pool.discard(connection);
            }
        }
    }

    /** Only a GET is repeated, and cut, without asking. */
    private static boolean isRead(Request request) {
        return request.method().equals("GET");
    }

    private byte[] head(Request request, String identity) {
        StringBuilder head = new StringBuilder(512);
        head.append(request.method())
                .append(' ')
                .append(prefix)
                .append(path(request))
                .append(" HTTP/1.1\r\nHost: ");
        head.append(host).append("\r\nUser-Agent: k8s-protect\r\nAccept: ");
        head.append(request.accept().isEmpty() ? Request.JSON : request.accept())
                .append("\r\n");
        if (request.body() != null) {
            head.append("Content-Type: ").append(request.contentType()).append("\r\nContent-Length: ");
            head.append(request.body().length).append("\r\n");
        }
        // UTF-8, as other clients send an impersonated name that is not ASCII.
        return head.append(identity).append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Group, version and plural may come from a backup or a CustomResourceDefinition: no way to write a header field. */
    private static String path(Request request) {
        String path = request.path();
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) <= ' ' || path.charAt(i) >= 0x7F) {
                String message = "could not " + request.what() + ": its path would hold a character that no URL holds";
                throw new ApiException(400, "BadRequest", message, List.of(), "", 0);
            }
        }
        return path;
    }

    private ApiException broken(Request request, boolean sent, IOException e) {
        if (isRead(request)) {
            cancel.checkpoint();
        }
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String doubt = sent && !isRead(request) ? "; it may have been carried out all the same" : "";
        return ApiException.unreachable(request.what() + ": " + server + " did not answer (" + why + ")" + doubt, e);
    }

    /** Ends also what is under way. */
    @Override
    public void close() {
        registration.close();
        pool.close();
    }
}
