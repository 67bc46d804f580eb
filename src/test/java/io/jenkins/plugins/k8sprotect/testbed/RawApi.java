package io.jenkins.plugins.k8sprotect.testbed;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests to an API server in raw JSON, as whoever the kubeconfig names. Thread-safe. */
public final class RawApi implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String METADATA_LIST =
            "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json";

    /**
     * @param code HTTP status
     * @param body as the server sent it
     */
    public record Answer(int code, String body) {
        public boolean ok() {
            return code / 100 == 2;
        }
    }

    private final KubernetesClient client;
    private final String server;

    public RawApi(Path kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig.toFile());
        config.setRequestRetryBackoffLimit(0); // a test wants to see what the server says
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        this.server = config.getMasterUrl().replaceAll("/+$", "");
    }

    /** The answer to one request, whatever its status. */
    public Answer request(String method, String path, String body) {
        return request(method, path, JSON, body, JSON);
    }

    private Answer request(String method, String path, String type, String body, String accept) {
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(URI.create(server + path))
                .method(method, type, body)
                .header("Accept", accept)
                .timeout(60, TimeUnit.SECONDS)
                .build();
        HttpResponse<String> response =
                client.getHttpClient().sendAsync(request, String.class).join();
        return new Answer(response.code(), Optional.ofNullable(response.body()).orElse(""));
    }

    /** The object at an API path such as {@code /api/v1/namespaces/shop}; empty if there is none (404). */
    public Optional<ObjectNode> get(String path) {
        Answer answer = request("GET", path, null);
        return answer.code() == 404 ? Optional.empty() : Optional.of(Json.object(good("GET", path, answer)));
    }

    /** All objects of a collection such as {@code /apis/apps/v1/namespaces/shop/deployments}, read in pages. */
    public List<ObjectNode> list(String path) {
        return list(path, JSON);
    }

    /** As {@link #list(String)}, metadata alone. */
    List<ObjectNode> listMetadata(String path) {
        return list(path, METADATA_LIST);
    }

    private List<ObjectNode> list(String path, String accept) {
        List<ObjectNode> items = new ArrayList<>();
        String token = "";
        do {
            String page = path + (path.contains("?") ? "&" : "?") + "limit=500&continue=" + Urls.encode(token);
            JsonNode list = Json.object(good("GET", path, request("GET", page, null, null, accept)));
            list.path("items").forEach(item -> items.add((ObjectNode) item));
            token = list.path("metadata").path("continue").asString("");
        } while (!token.isEmpty());
        return items;
    }

    /** Creates an object in a collection and returns what the server made of it. */
    public ObjectNode create(String collection, JsonNode object) {
        return Json.object(good("POST", collection, request("POST", collection, object.toString())));
    }

    /** Deletes the object (with what it owns) if it is there; does not wait. */
    public void delete(String path) {
        Answer answer = request("DELETE", path + "?propagationPolicy=Foreground", null);
        if (answer.code() != 404) {
            good("DELETE", path, answer);
        }
    }

    /** Server-side apply, taking over fields that others own. */
    Answer apply(String path, JsonNode object) {
        String query = "?fieldManager=testbed&force=true";
        return request("PATCH", path + query, APPLY, object.toString(), JSON);
    }

    private static Answer good(String method, String path, Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException(method + " " + path + ": " + answer.code() + " " + answer.body());
        }
        return answer;
    }

    /** The typed client with the same identity, for what raw JSON does not reach (exec, port-forward). */
    public KubernetesClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
    }
}
