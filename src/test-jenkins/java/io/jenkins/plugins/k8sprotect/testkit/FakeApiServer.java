package io.jenkins.plugins.k8sprotect.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * As much of an API server as a backup of namespace {@code shop} with one ConfigMap asks for. It can be made to keep whoever
 * asks for that waiting.
 */
public final class FakeApiServer implements AutoCloseable {
    private static final String ANSWERED_LATE = "/api/v1/namespaces/shop/configmaps";

    private static final Map<String, String> ANSWERS = Map.of(
            "/version",
            "{'gitVersion': 'v1.34.0'}",
            "/api",
            "{'kind': 'APIVersions', 'versions': ['v1']}",
            "/apis",
            "{'kind': 'APIGroupList', 'groups': []}",
            "/api/v1",
            """
                    {'kind': 'APIResourceList', 'groupVersion': 'v1', 'resources': [
                      {'name': 'namespaces', 'kind': 'Namespace', 'namespaced': false, 'verbs': ['get', 'list', 'create']},
                      {'name': 'configmaps', 'kind': 'ConfigMap', 'namespaced': true, 'verbs': ['get', 'list', 'create']}]}
                    """,
            "/api/v1/namespaces/kube-system",
            """
                    {'kind': 'Namespace', 'apiVersion': 'v1', 'metadata': {'name': 'kube-system', 'uid': 'cluster-1'}}
                    """,
            "/api/v1/namespaces/shop",
            """
                    {'kind': 'Namespace', 'apiVersion': 'v1',
                     'metadata': {'name': 'shop', 'uid': 'u1', 'resourceVersion': '5'}}
                    """,
            "/api/v1/namespaces",
            """
                    {'kind': 'NamespaceList', 'apiVersion': 'v1', 'metadata': {'resourceVersion': '9'}, 'items': [
                      {'metadata': {'name': 'shop', 'uid': 'u1', 'resourceVersion': '5'}}]}
                    """,
            ANSWERED_LATE,
            """
                    {'kind': 'ConfigMapList', 'apiVersion': 'v1', 'metadata': {'resourceVersion': '9'}, 'items': [
                      {'metadata': {'name': 'settings', 'namespace': 'shop', 'uid': 'u2', 'resourceVersion': '6'},
                       'data': {'colour': 'blue'}}]}
                    """,
            "/apis/authentication.k8s.io/v1/selfsubjectreviews",
            "{'kind': 'SelfSubjectReview', 'status': {'userInfo': {'username': 'ci'}}}");

    private static final String NOT_FOUND = """
            {'kind': 'Status', 'apiVersion': 'v1', 'status': 'Failure', 'code': 404, 'reason': 'NotFound',
             'message': 'not found'}
            """;

    private final HttpServer server;
    private final Semaphore asked = new Semaphore(0);
    private volatile CountDownLatch open = new CountDownLatch(0);

    private FakeApiServer(HttpServer server) {
        this.server = server;
    }

    public static FakeApiServer start() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        FakeApiServer fake = new FakeApiServer(HttpServer.create(anyPort, 0));
        fake.server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fake API server");
            thread.setDaemon(true);
            return thread;
        }));
        fake.server.createContext("/", fake::answer);
        fake.server.start();
        return fake;
    }

    /** One context, with a token. */
    public String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                current-context: main
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: u, user: {token: "planted-token-5d1f"}}]
                contexts: [{name: main, context: {cluster: c, user: u}}]
                """.formatted(server.getAddress().getPort());
    }

    /** From here on whoever asks for the ConfigMaps waits. */
    public void hold() {
        open = new CountDownLatch(1);
    }

    /** Answers who waits, and everybody after that at once. */
    public void release() {
        open.countDown();
    }

    /** Returns when somebody asks for the ConfigMaps. */
    public void awaitQuestion() throws InterruptedException {
        if (!asked.tryAcquire(1, TimeUnit.MINUTES)) {
            throw new AssertionError("nobody asked for the ConfigMaps within a minute");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        if (path.equals(ANSWERED_LATE)) {
            asked.release();
            await();
        }
        String answer = ANSWERS.get(path);
        byte[] body = (answer == null ? NOT_FOUND : answer).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void await() {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException("the server ends", e));
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
