package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.Optional;

/**
 * Reads and writes single objects. Each write is one request, sent once: whether a failed one is worth another try, and
 * what it may have done already, is for the caller to decide.
 */
public final class ObjectApi {
    private static final String APPLY = "application/apply-patch+yaml";

    private final Transport transport;
    private final Retry retry;
    private final CancelToken cancel;

    ObjectApi(Transport transport, Retry retry, CancelToken cancel) {
        this.transport = transport;
        this.retry = retry;
        this.cancel = cancel;
    }

    /** One object, or none if it (or its kind) is not there. */
    public Optional<KubeObject> get(ResourceType type, String namespace, String name) {
        Request request = Request.get(Paths.object(type, namespace, name), Request.what("get", type, namespace, name));
        try {
            byte[] body = retry.call(cancel, ApiException::isTransient, () -> transport.send(request));
            return Optional.of(new KubeObject(ApiErrors.answer(request, body)));
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Creates the object ({@code POST}). The server records {@code fieldManager} as the owner of its fields.
     *
     * @return the object as the server stored it
     */
    public byte[] create(ResourceType type, String namespace, String name, byte[] body, String fieldManager) {
        return write(
                "POST",
                Paths.collection(type, namespace) + manager(fieldManager, false),
                Request.JSON,
                body,
                Request.what("create", type, namespace, name));
    }

    /** Server-side apply under {@code fieldManager}, taking over fields that others own. */
    public byte[] apply(ResourceType type, String namespace, String name, byte[] body, String fieldManager) {
        return apply(type, namespace, name, body, fieldManager, true);
    }

    /**
     * Server-side apply under {@code fieldManager}. The same again changes nothing, so it may be repeated.
     *
     * @param force whether fields that others own are taken over; if not, they are a conflict
     */
    public byte[] apply(
            ResourceType type, String namespace, String name, byte[] body, String fieldManager, boolean force) {
        return write(
                "PATCH",
                Paths.object(type, namespace, name) + manager(fieldManager, force),
                APPLY,
                body,
                Request.what("apply", type, namespace, name));
    }

    /**
     * Replaces the object ({@code PUT}). With a {@code resourceVersion} in the body, only if nobody changed it since;
     * {@code managedFields} in the body are taken as they are given.
     */
    public byte[] replace(ResourceType type, String namespace, String name, byte[] body, String fieldManager) {
        return write(
                "PUT",
                Paths.object(type, namespace, name) + manager(fieldManager, false),
                Request.JSON,
                body,
                Request.what("update", type, namespace, name));
    }

    /** Replaces only the status, where the kind has that subresource. */
    public byte[] replaceStatus(ResourceType type, String namespace, String name, byte[] body, String fieldManager) {
        return write(
                "PUT",
                Paths.object(type, namespace, name) + "/status" + manager(fieldManager, false),
                Request.JSON,
                body,
                Request.what("update", type, namespace, name + "/status"));
    }

    private byte[] write(String method, String path, String contentType, byte[] body, String what) {
        return transport.send(Request.send(method, path, contentType, body, what));
    }

    private static String manager(String fieldManager, boolean force) {
        if (fieldManager.isEmpty()) {
            return force ? "?force=true" : "";
        }
        return "?fieldManager=" + Paths.encode(fieldManager) + (force ? "&force=true" : "");
    }
}
