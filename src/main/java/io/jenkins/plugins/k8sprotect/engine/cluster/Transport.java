package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;

/** Sends requests to one API server, signed as one identity, over connections that are kept. Thread-safe. */
final class Transport implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
    /** The API server itself ends a request after 60 seconds. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(90);

    private final ClusterAccess access;
    private final Config config;
    private final String server;
    private final HttpClient client;
    private final ExecutorService executor;

    Transport(ClusterAccess access) {
        this.access = access;
        this.config = access.config();
        this.server = access.server();
        this.executor = DaemonThreads.cached("k8s-protect-http");
        this.client = build(config, executor);
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
        HttpResponse<byte[]> response = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw ApiErrors.of(request, response, response.body());
        }
        return response.body();
    }

    /** Sends once and gives the answer as a stream, which the caller closes. */
    InputStream stream(Request request) {
        HttpResponse<InputStream> response = exchange(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw ApiErrors.of(request, response, body.readNBytes(1 << 20));
        } catch (IOException e) {
            throw ApiException.unreachable(request.what() + ": the connection to " + server + " broke", e);
        }
    }

    private <T> HttpResponse<T> exchange(Request request, HttpResponse.BodyHandler<T> handler) {
        HttpResponse<T> response = exchangeOnce(request, handler);
        if (response.statusCode() == 401 && renewCredential()) {
            return exchangeOnce(request, handler);
        }
        return response;
    }

    private <T> HttpResponse<T> exchangeOnce(Request request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(build(request), handler);
        } catch (IOException e) {
            throw ApiException.unreachable(
                    request.what() + ": " + server + " did not answer (" + describe(e) + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for " + server);
        }
    }

    private HttpRequest build(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server + request.path()))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", request.accept().isEmpty() ? Request.JSON : request.accept())
                .header("User-Agent", "k8s-protect");
        if (!request.contentType().isEmpty()) {
            builder.header("Content-Type", request.contentType());
        }
        authorize(builder);
        return builder.method(
                        request.method(),
                        request.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .build();
    }

    private void authorize(HttpRequest.Builder builder) {
        String token = token();
        if (token != null && !token.isBlank()) {
            builder.header("Authorization", "Bearer " + token);
        } else if (config.getUsername() != null && config.getPassword() != null) {
            String pair = config.getUsername() + ":" + config.getPassword();
            builder.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        if (config.getImpersonateUsername() != null && !config.getImpersonateUsername().isBlank()) {
            builder.header("Impersonate-User", config.getImpersonateUsername());
            for (String group : config.getImpersonateGroups() == null ? new String[0] : config.getImpersonateGroups()) {
                builder.header("Impersonate-Group", group);
            }
        }
    }

    private synchronized String token() {
        if (config.getOauthTokenProvider() != null) {
            return config.getOauthTokenProvider().getToken();
        }
        return config.getOauthToken() != null ? config.getOauthToken() : config.getAutoOAuthToken();
    }

    /** Reads the kubeconfig again, which runs its exec plugin again. True if the credential is another one now. */
    private synchronized boolean renewCredential() {
        String before = token();
        Config fresh = access.readAgain();
        String now = fresh.getOauthToken() != null ? fresh.getOauthToken() : fresh.getAutoOAuthToken();
        if (now == null || now.equals(before)) {
            return false;
        }
        config.setAutoOAuthToken(now);
        config.setOauthToken(null);
        return true;
    }

    private static HttpClient build(Config config, ExecutorService executor) {
        try {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(executor)
                    .connectTimeout(CONNECT_TIMEOUT);
            if (SSLUtils.isHttpsAvailable(config) || config.getMasterUrl().startsWith("https:")) {
                builder.sslContext(SSLUtils.sslContext(config));
            }
            proxy(config, builder);
            return builder.build();
        } catch (java.security.GeneralSecurityException | IOException | IllegalArgumentException e) {
            // Key and certificate problems: the exception's own message may quote the material, its type does not.
            throw new InvalidAccess("the certificates or keys for " + config.getMasterUrl() + " cannot be used: "
                    + e.getClass().getSimpleName());
        }
    }

    private static void proxy(Config config, HttpClient.Builder builder) {
        String proxy = config.getHttpsProxy() != null ? config.getHttpsProxy() : config.getHttpProxy();
        if (proxy != null && !proxy.isBlank()) {
            URI uri = URI.create(proxy);
            builder.proxy(ProxySelector.of(new InetSocketAddress(uri.getHost(), uri.getPort())));
        }
    }

    private static String describe(IOException e) {
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
