package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Opens connections to an API server as its kubeconfig says: TLS, client certificate, {@code proxy-url}. Thread-safe. */
final class SocketOpener {
    /** For each of: the connection, the proxy's answer, a message of the TLS handshake. */
    private static final int CONNECT_TIMEOUT_MILLIS = 15_000;
    /** The API server itself ends a request after 60 seconds. */
    private static final int READ_TIMEOUT_MILLIS = 75_000;

    private final URI server;
    private final URI proxy;
    private final Tls tls;

    /** @param config with a server, and perhaps a proxy, that {@link ServerUrl} accepted */
    SocketOpener(Config config) {
        this.server = URI.create(config.getMasterUrl());
        this.proxy = config.getHttpsProxy() == null ? null : URI.create(config.getHttpsProxy());
        this.tls = "https".equalsIgnoreCase(server.getScheme()) ? new Tls(config, host(server)) : null;
    }

    /**
     * @param socket a new one; whoever closes it, from any thread, ends this too
     * @return what to talk over
     */
    Socket connect(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(CONNECT_TIMEOUT_MILLIS);
        URI first = proxy == null ? server : proxy;
        socket.connect(new InetSocketAddress(host(first), port(first)), CONNECT_TIMEOUT_MILLIS);
        if (proxy != null) {
            tunnel(socket);
        }
        Socket ready = tls == null ? socket : tls.over(socket, port(server));
        ready.setSoTimeout(READ_TIMEOUT_MILLIS);
        return ready;
    }

    /** {@code CONNECT} (RFC 9110 section 9.3.6). */
    private void tunnel(Socket socket) throws IOException {
        String target = server.getHost() + ":" + port(server);
        StringBuilder head = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
        if (proxy.getUserInfo() != null) {
            byte[] pair = proxy.getUserInfo().getBytes(StandardCharsets.UTF_8);
            head.append("Proxy-Authorization: Basic ")
                    .append(Base64.getEncoder().encodeToString(pair))
                    .append("\r\n");
        }
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        int status = proxyStatus(socket);
        if (status / 100 != 2) {
            throw new IOException("the proxy " + host(proxy) + " answered " + status);
        }
    }

    /** Byte by byte, since TLS begins right after the head. */
    private int proxyStatus(Socket socket) throws IOException {
        try {
            return new HeadLines(WireInput.unbuffered(socket.getInputStream()))
                    .head()
                    .status();
        } catch (IOException e) {
            throw new IOException("the proxy " + host(proxy) + " did not answer as a proxy does: " + e.getMessage(), e);
        }
    }

    /** Without the brackets of an IPv6 address. */
    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
