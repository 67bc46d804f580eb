package io.jenkins.plugins.k8sprotect.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A running cluster that this run of tests shares, and its administrator's view of it. Thread-safe. */
public final class TestCluster {

    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    private final String name;
    private final ClusterMode mode;
    private final Path kubeconfig;
    private final RawApi api;

    TestCluster(String name, ClusterMode mode, Path kubeconfig) {
        this.name = name;
        this.mode = mode;
        this.kubeconfig = kubeconfig;
        this.api = new RawApi(kubeconfig);
    }

    public String name() {
        return name;
    }

    ClusterMode mode() {
        return mode;
    }

    /** Of an administrator ({@code system:masters}). */
    public Path kubeconfig() {
        return kubeconfig;
    }

    /** Requests that the short forms below do not reach. */
    public RawApi api() {
        return api;
    }

    /**
     * Applies all objects of a YAML file (server-side, field manager {@code testbed}) in an order that works: CRDs
     * first, which are awaited, then namespaces, then the rest; what is refused is tried again for a minute.
     *
     * <p>Objects that name no namespace go to the one named as the file is, which is made if need be, as are all other
     * namespaces that are used and not in the file. Does not wait for workloads: see {@link #waitQuiet()}.
     */
    public void apply(Path yaml) {
        String file = yaml.getFileName().toString();
        int dot = file.lastIndexOf('.');
        try {
            apply(Files.readString(yaml), dot < 0 ? file : file.substring(0, dot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #apply(Path)}, with the namespace of objects that name none. */
    public void apply(String yaml, String namespace) {
        new Deployer(api).deploy(Json.manifests(yaml), namespace);
    }

    /** The object at an API path such as {@code /api/v1/namespaces/shop}; empty if there is none. */
    public Optional<ObjectNode> get(String path) {
        return api.get(path);
    }

    /** All objects of a collection such as {@code /apis/apps/v1/namespaces/shop/deployments}. */
    public List<ObjectNode> list(String path) {
        return api.list(path);
    }

    /** Deletes the object at an API path, with what it owns, and returns when it has gone. */
    public void delete(String path) {
        api.delete(path);
        Await.until(path + " gone", TIMEOUT, () -> api.get(path).isEmpty(), () -> api.get(path));
    }

    /** Returns when the JSON pointer of the object at that path has that text as its value. */
    public void waitFor(String path, String pointer, String value) {
        Await.until(
                path + " " + pointer + " = " + value,
                TIMEOUT,
                () -> value.equals(api.get(path).map(o -> text(o.at(pointer))).orElse(null)),
                () -> api.get(path).map(o -> o.path("status")));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    /** Returns when nothing but heartbeats was written for 4 seconds: controllers are done. */
    public void waitQuiet() {
        waitQuiet(Duration.ofSeconds(4));
    }

    /** As {@link #waitQuiet()}, for another time. */
    public void waitQuiet(Duration still) {
        new Quiet(api).await(still, TIMEOUT);
    }

    /**
     * The kubeconfig of a user who may do everything in that namespace (made if need be) and nothing anywhere else.
     * The namespace then holds a ServiceAccount, a Role and a RoleBinding named {@code namespace-admin}.
     */
    public Path namespaceScopedUser(String namespace) {
        return ScopedUser.create(api, namespace, kubeconfig.resolveSibling("users"));
    }

    @Override
    public String toString() {
        return "TestCluster[" + name + ", " + mode + "]";
    }
}
