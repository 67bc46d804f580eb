package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists one resource in one namespace (or in all) in pages, each object once.
 *
 * <p>A page that broke is asked for again, and what it gave already is passed over. If the server no longer has the
 * moment of the first page (410), the list goes on at a newer one: with the token that the server offers for that, or
 * from the start ("Retrieving large results sets in chunks" in the API concepts).
 */
final class Lister {
    private static final int PAGE = 500;
    private static final int RESTARTS = 5;

    private final Function<Request, InputStream> stream;
    private final Retry retry;
    private final CancelToken cancel;
    private final ResourceType type;
    private final String namespace;
    private final byte[] typeFields;
    private final Consumer<ListedObject> consumer;
    private final Set<String> given = new HashSet<>();

    private String resourceVersion = "";
    private String token = "";
    private int moments = 1;

    Lister(
            Function<Request, InputStream> stream,
            Retry retry,
            CancelToken cancel,
            ResourceType type,
            String namespace,
            Consumer<ListedObject> consumer) {
        this.stream = stream;
        this.retry = retry;
        this.cancel = cancel;
        this.type = type;
        this.namespace = namespace;
        this.consumer = consumer;
        this.typeFields = ("{\"apiVersion\":\"" + type.apiVersion() + "\",\"kind\":\"" + type.kind() + "\",")
                .getBytes(StandardCharsets.UTF_8);
    }

    ListSummary run() {
        boolean more = true;
        while (more) {
            try {
                token = retry.call(cancel, ApiException::isTransient, () -> page(token));
                more = !token.isEmpty();
            } catch (ApiException e) {
                if (e.code() != 410 || moments > RESTARTS) {
                    throw e;
                }
                moments++;
                token = e.continueToken();
            }
        }
        return new ListSummary(resourceVersion, given.size(), moments);
    }

    private String page(String from) {
        String query = "?limit=" + PAGE + (from.isEmpty() ? "" : "&continue=" + Paths.encode(from));
        Request request = Request.get(Paths.collection(type, namespace) + query, Request.what("list", type, namespace));
        try (InputStream in = stream.apply(request)) {
            ObjectNode rest = ApiErrors.answer(request, new ListScanner(in).scan(this::item));
            String version = KubeObject.text(rest.get("metadata"), "resourceVersion");
            resourceVersion = resourceVersion.isEmpty() ? version : resourceVersion;
            return KubeObject.text(rest.get("metadata"), "continue");
        } catch (IOException e) {
            throw ApiException.unreachable(request.what() + ": " + e.getMessage(), e);
        }
    }

    private void item(byte[] json) {
        cancel.checkpoint();
        HeaderReader.Read read = header(json);
        String namespaceOfItem = read.header().namespace();
        if (given.add(
                namespaceOfItem.isEmpty() || !namespace.isEmpty()
                        ? read.header().name()
                        : namespaceOfItem + "/" + read.header().name())) {
            consumer.accept(new ListedObject(read.header(), read.typed() ? json : withTypeFields(json)));
        }
    }

    private HeaderReader.Read header(byte[] json) {
        try {
            return HeaderReader.read(type, json);
        } catch (IllegalArgumentException e) {
            throw ApiErrors.notKubernetes(Request.what("list", type, namespace), e.getMessage());
        }
    }

    private byte[] withTypeFields(byte[] json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + typeFields.length);
        out.writeBytes(typeFields);
        out.write(json, 1, json.length - 1);
        return out.toByteArray();
    }
}
