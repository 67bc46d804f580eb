package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections to an API server as its kubeconfig says: TLS, client certificate, {@code proxy-url}. Thread-safe. */
final class SocketOpener {
    private static final int CONNECT_TIMEOUT_MILLIS = 15_000;
    /** The API server itself ends a request after 60 seconds. */
    private static final int READ_TIMEOUT_MILLIS = 75_000;

    private final URI server;
    private final URI proxy;
    private final Config config;
    private final SSLSocketFactory tls;

    SocketOpener(Config config) {
        this.config = config;
        this.server = URI.create(config.getMasterUrl());
        this.proxy = proxyOf(config);
        this.tls = "https".equals(server.getScheme()) ? tlsOf(config) : null;
    }

    Socket open() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            URI first = proxy == null ? server : proxy;
            socket.connect(new InetSocketAddress(host(first), port(first)), CONNECT_TIMEOUT_MILLIS);
            if (proxy != null) {
                tunnel(socket);
            }
            return tls == null ? socket : secured(socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket plain) throws IOException {
        String name = config.getTlsServerName() == null ? host(server) : config.getTlsServerName();
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, name, port(server), true);
        boolean verify = !Boolean.TRUE.equals(config.isTrustCerts())
                && !Boolean.TRUE.equals(config.isDisableHostnameVerification());
        if (verify) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return socket;
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
        int status = HeadParser.parse(answer(socket), List.of()).status();
        if (status != 200) {
            throw new IOException("the proxy " + host(proxy) + " answered " + status);
        }
    }

    /** The proxy's status line; its header fields are passed over byte by byte, since TLS begins right after them. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder all = new StringBuilder();
        while (all.indexOf("\r\n\r\n") < 0) {
            int c = socket.getInputStream().read();
            if (c < 0 || all.length() > 16 * 1024) {
                throw new IOException("the proxy did not answer with HTTP");
            }
            all.append((char) c);
        }
        return all.substring(0, all.indexOf("\r\n"));
    }

    private static URI proxyOf(Config config) {
        String proxy = config.getHttpsProxy() != null ? config.getHttpsProxy() : config.getHttpProxy();
        if (proxy == null || proxy.isBlank()) {
            return null;
        }
        URI uri = URI.create(proxy);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new InvalidAccess("proxy-url of the kubeconfig: found scheme " + uri.getScheme() + "; allowed: http");
        }
        return uri;
    }

    private static SSLSocketFactory tlsOf(Config config) {
        try {
            return SSLUtils.sslContext(config).getSocketFactory();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            // The exception's own message may quote the material, its type does not.
            throw new InvalidAccess("the certificates or keys for " + config.getMasterUrl() + " cannot be used: "
                    + e.getClass().getSimpleName());
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
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
