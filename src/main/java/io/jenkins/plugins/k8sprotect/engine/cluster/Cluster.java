package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.event.Parallel;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A connection to a cluster. Thread-safe; made once for an operation and closed after it. */
public final class Cluster implements AutoCloseable {
    private static final ResourceType NAMESPACE =
            new ResourceType(GroupKind.core("Namespace"), "v1", "namespaces", false);

    private final Transport transport;
    private final CancelToken cancel;
    private final Retry retry;
    private final ObjectApi objects;
    private volatile ApiCatalogue catalogue;

    private Cluster(Transport transport, CancelToken cancel, Retry retry) {
        this.transport = transport;
        this.cancel = cancel;
        this.retry = retry;
        this.objects = new ObjectApi(transport, retry, cancel);
    }

    /** Connects lazily: nothing is sent yet. */
    public static Cluster connect(ClusterAccess access, CancelToken cancel) {
        return connect(access, cancel, Retry.DEFAULT);
    }

    /** As {@link #connect(ClusterAccess, CancelToken)}, for who cannot wait through what passes, or must for longer. */
    public static Cluster connect(ClusterAccess access, CancelToken cancel, Retry retry) {
        return new Cluster(new Transport(access, cancel), cancel, retry);
    }

    /**
     * Asks who and where we are. The first request of an operation, so that a wrong address or credential is told before
     * anything else happens.
     *
     * @throws ApiException if the server cannot be reached or does not accept the credential
     */
    public ServerInfo info() {
        String version = version();
        AtomicReference<String> clusterUid = new AtomicReference<>();
        AtomicReference<String> identity = new AtomicReference<>();
        together(() -> clusterUid.set(clusterUid()), () -> identity.set(identity()));
        return new ServerInfo(transport.server(), version, clusterUid.get(), identity.get());
    }

    /** {@link #info} and {@link #catalogue} at the same time: every operation needs both, and the server may be far. */
    public ServerInfo prepare() {
        AtomicReference<ServerInfo> info = new AtomicReference<>();
        together(() -> info.set(info()), this::catalogue);
        return info.get();
    }

    private static void together(Runnable... questions) {
        Parallel.run(List.of(questions), questions.length, "k8s-protect-connect", Runnable::run);
    }

    private String version() {
        Request request = Request.get("/version", "read the server's version");
        return KubeObject.text(ApiErrors.answer(request, read(request)), "gitVersion");
    }

    private String clusterUid() {
        try {
            return objects.get(NAMESPACE, "", "kube-system")
                    .map(KubeObject::uid)
                    .orElse("");
        } catch (ApiException e) {
            if (e.isForbidden()) {
                return "";
            }
            throw e;
        }
    }

    /** By SelfSubjectReview, which every authenticated user may create (GA since 1.28). */
    private String identity() {
        byte[] review = "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}"
                .getBytes(StandardCharsets.UTF_8);
        Request request = Request.send(
                "POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", Request.JSON, review, "ask who I am");
        try {
            return KubeObject.text(
                    ApiErrors.answer(request, read(request)).path("status").get("userInfo"), "username");
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden()) {
                return "";
            }
            throw e;
        }
    }

    /** What the cluster serves, read once; see {@link #refreshCatalogue}. */
    public synchronized ApiCatalogue catalogue() {
        return catalogue != null ? catalogue : refreshCatalogue();
    }

    /** Reads anew what the cluster serves, as after CRDs were installed. */
    public synchronized ApiCatalogue refreshCatalogue() {
        catalogue = Discovery.read(this::read);
        return catalogue;
    }

    /**
     * Lists in pages; objects are handed over as they arrive.
     *
     * @param namespace empty for all namespaces, or for a cluster-scoped type
     * @throws ApiException also after objects were handed over
     */
    public ListSummary list(ResourceType type, String namespace, Consumer<ListedObject> consumer) {
        return new Lister(transport::stream, retry, cancel, type, namespace, consumer).run();
    }

    /** Whether every version that a CustomResourceDefinition says is served does answer. */
    public boolean serves(KubeObject definition) {
        String group = KubeObject.text(definition.spec(), "group");
        String plural = KubeObject.text(definition.spec().get("names"), "plural");
        for (JsonNode version : KubeObject.elements(definition.spec().get("versions"))) {
            String path = "/apis/" + group + "/" + KubeObject.text(version, "name") + "/" + plural + "?limit=1";
            if (version.path("served").asBoolean() && !answers(path, plural + "." + group)) {
                return false;
            }
        }
        return true;
    }

    private boolean answers(String path, String resource) {
        try {
            transport.send(Request.get(path, "list " + resource));
            return true;
        } catch (ApiException e) {
            if (e.isNotFound() || e.isTransient()) {
                return false;
            }
            return true; // Served, but not to us.
        }
    }

    /** One object, or none if it (or its kind) is not there. */
    public Optional<KubeObject> get(ResourceType type, String namespace, String name) {
        return objects.get(type, namespace, name);
    }

    /**
     * Runs a command in a container and waits for its end; sent once.
     *
     * <p>A stop or the deadline ends the connection, not the command: Kubernetes has no way to end it, and it may go on in
     * its container.
     *
     * @param output given what the command writes, piece by piece, on this thread
     * @return how it ended, also if that is not known
     * @throws ApiException if the command was certainly not begun for a reason that is not the pod's: no right, no server
     */
    public ExecResult exec(ExecRequest request, ExecOutput output, Deadline deadline) {
        return new Exec(transport, request, output, deadline, cancel).run();
    }

    /** The writing side. */
    public ObjectApi objects() {
        return objects;
    }

    private byte[] read(Request request) {
        return retry.call(cancel, ApiException::isTransient, () -> transport.send(request));
    }

    @Override
    public void close() {
        transport.close();
    }
}
