package io.jenkins.plugins.k8sprotect.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server inside the network that answers what only Jenkins could read, and one behind it. */
final class HostileServer implements AutoCloseable {
    static final String SECRET = "internal-s3cret";

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    private HostileServer(int status, String body, Map<String, String> headers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            headers.forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = body.getBytes(UTF_8);
            boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
            if (!empty) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    static HostileServer answering(int status, String body) throws IOException {
        return new HostileServer(status, body, Map.of());
    }

    static HostileServer redirecting(String to) throws IOException {
        return new HostileServer(302, "", Map.of("Location", to));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
