package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.cluster.ApiCatalogue.Served;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a server serves: in two requests by aggregated discovery (GA since Kubernetes 1.30), else group by group.
 * The server ignores a media type that it does not know and answers with the older form.
 */
final class Discovery {
    private static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

    private final Function<Request, byte[]> send;
    private final List<Served> served = new ArrayList<>();
    private final Set<String> unavailable = new TreeSet<>();

    private Discovery(Function<Request, byte[]> send) {
        this.send = send;
    }

    static ApiCatalogue read(Function<Request, byte[]> send) {
        Discovery discovery = new Discovery(send);
        discovery.root("/api", "the core API");
        discovery.root("/apis", "the API groups");
        return new ApiCatalogue(discovery.served, discovery.unavailable);
    }

    private void root(String path, String what) {
        Request request = Request.get(path, "discover " + what).accepting(AGGREGATED);
        ObjectNode answer = ApiErrors.answer(request, send.apply(request));
        switch (KubeObject.text(answer, "kind")) {
            case "APIGroupDiscoveryList" ->
                KubeObject.elements(answer.get("items")).forEach(this::aggregatedGroup);
            case "APIVersions" ->
                KubeObject.elements(answer.get("versions")).forEach(v -> legacyVersion("", v.asString()));
            default -> KubeObject.elements(answer.get("groups")).forEach(this::legacyGroup);
        }
    }

    private void aggregatedGroup(JsonNode group) {
        String name = KubeObject.text(group.get("metadata"), "name");
        for (JsonNode version : KubeObject.elements(group.get("versions"))) {
            String v = KubeObject.text(version, "version");
            if ("Stale".equals(KubeObject.text(version, "freshness"))) {
                unavailable.add(name.isEmpty() ? v : name + "/" + v);
            }
            for (JsonNode r : KubeObject.elements(version.get("resources"))) {
                // A resource of which only subresources are served has no responseKind.
                if (r.get("responseKind") instanceof ObjectNode kind && r.has("verbs")) {
                    add(
                            name,
                            v,
                            KubeObject.text(kind, "kind"),
                            KubeObject.text(r, "resource"),
                            "Namespaced".equals(KubeObject.text(r, "scope")),
                            r.get("verbs"),
                            hasStatus(r));
                }
            }
        }
    }

    private static boolean hasStatus(JsonNode resource) {
        for (JsonNode subresource : KubeObject.elements(resource.get("subresources"))) {
            if (KubeObject.text(subresource, "subresource").equals("status")) {
                return true;
            }
        }
        return false;
    }

    private void legacyGroup(JsonNode group) {
        String name = KubeObject.text(group, "name");
        Set<String> versions = new LinkedHashSet<>();
        versions.add(KubeObject.text(group.get("preferredVersion"), "version"));
        KubeObject.elements(group.get("versions")).forEach(v -> versions.add(KubeObject.text(v, "version")));
        versions.forEach(v -> legacyVersion(name, v));
    }

    private void legacyVersion(String group, String version) {
        String groupVersion = group.isEmpty() ? version : group + "/" + version;
        String path = group.isEmpty() ? "/api/" + version : "/apis/" + groupVersion;
        Request request = Request.get(path, "discover " + groupVersion);
        ObjectNode answer;
        try {
            answer = ApiErrors.answer(request, send.apply(request));
        } catch (ApiException e) {
            if (e.isUnauthorized() || e.code() == 0) {
                throw e;
            }
            unavailable.add(groupVersion);
            return;
        }
        Set<String> names = new TreeSet<>();
        KubeObject.elements(answer.get("resources")).forEach(r -> names.add(KubeObject.text(r, "name")));
        for (JsonNode r : KubeObject.elements(answer.get("resources"))) {
            String resource = KubeObject.text(r, "name");
            if (resource.indexOf('/') < 0) {
                add(
                        group,
                        version,
                        KubeObject.text(r, "kind"),
                        resource,
                        r.path("namespaced").asBoolean(),
                        r.get("verbs"),
                        names.contains(resource + "/status"));
            }
        }
    }

    private void add(
            String group,
            String version,
            String kind,
            String resource,
            boolean namespaced,
            JsonNode verbs,
            boolean status) {
        Set<String> allowed = new TreeSet<>();
        KubeObject.elements(verbs).forEach(v -> allowed.add(v.asString()));
        served.add(new Served(
                new ResourceType(new GroupKind(group, kind), version, resource, namespaced), allowed, status));
    }
}
