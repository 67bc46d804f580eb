package io.jenkins.plugins.k8sprotect.engine.cluster;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An HTTP server in the place of an API server, for faults that a real one cannot be made to show. */
public final class FakeServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().containerThreads(12));
    private Path kubeconfig;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server.start();
        kubeconfig = Files.createTempFile("kubeconfig", ".yaml");
        Files.writeString(kubeconfig, kubeconfig(server.baseUrl(), "first-token"));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.resetAll();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.stop();
        Files.deleteIfExists(kubeconfig);
    }

    public WireMockServer http() {
        return server;
    }

    public Cluster connect() {
        return Cluster.connect(access(), new CancelToken());
    }

    public ClusterAccess access() {
        return ClusterAccess.fromKubeconfig(kubeconfig, null);
    }

    /** The kubeconfig names another token from now on. */
    void renewToken(String token) {
        try {
            Files.writeString(kubeconfig, kubeconfig(server.baseUrl(), token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String kubeconfig(String server, String token) {
        return """
                apiVersion: v1
                kind: Config
                current-context: main
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: "%s"}}]
                contexts:
                - {name: main, context: {cluster: c, user: u, namespace: shop}}
                - {name: other, context: {cluster: c, user: u}}
                """.formatted(server, token);
    }

    /** An answer in JSON that is written with single quotes. */
    public static ResponseDefinitionBuilder json(int status, String body) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(Samples.bytes(body));
    }

    /** A {@code Status} as API servers send it; {@code more} is JSON that follows a comma. */
    public static ResponseDefinitionBuilder status(int code, String reason, String message, String more) {
        return json(
                code,
                "{'kind': 'Status', 'apiVersion': 'v1', 'status': 'Failure', 'code': " + code + ", 'reason': '" + reason
                        + "', 'message': '" + message + "'" + (more.isEmpty() ? "" : ", " + more) + "}");
    }
}
