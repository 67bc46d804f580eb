package io.jenkins.plugins.k8sprotect.testbed;

import io.jenkins.plugins.k8sprotect.testbed.RawApi.Answer;
import io.jenkins.plugins.k8sprotect.testbed.ServedResources.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Deploys applications as a user of {@code kubectl apply --server-side} would, field manager {@code testbed}. */
final class Deployer {

    /** What is refused is tried again for this long: webhooks start, default ServiceAccounts appear. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/";

    private final RawApi api;
    private ServedResources served;

    Deployer(RawApi api) {
        this.api = api;
    }

    /** Applies all objects; those of namespaced kinds that name no namespace go to the one given. */
    void deploy(List<ObjectNode> objects, String namespace) {
        served = new ServedResources(api);
        Manifests manifests = new Manifests(objects);
        manifests.defaultNamespace(namespace, served);
        List<List<ObjectNode>> groups = new ArrayList<>();
        groups.add(manifests.missingNamespaces());
        groups.addAll(manifests.inOrder());
        for (List<ObjectNode> group : groups) {
            applyAll(group);
            group.stream().filter(Deployer::isCrd).forEach(this::awaitEstablished);
        }
    }

    private void applyAll(List<ObjectNode> group) {
        List<ObjectNode> left = new ArrayList<>(group);
        List<String> refusals = new ArrayList<>();
        Await.until("all objects applied", PATIENCE, () -> tryAll(left, refusals), () -> refusals);
    }

    private boolean tryAll(List<ObjectNode> left, List<String> refusals) {
        refusals.clear();
        left.removeIf(object -> {
            Optional<String> refusal = tryOne(object);
            refusal.ifPresent(refusals::add);
            return refusal.isEmpty();
        });
        if (!left.isEmpty()) {
            served = new ServedResources(api); // a kind may have appeared
        }
        return left.isEmpty();
    }

    private Optional<String> tryOne(ObjectNode object) {
        String apiVersion = object.path("apiVersion").asString();
        String kind = object.path("kind").asString();
        String name = object.path("metadata").path("name").asString();
        Optional<Resource> resource = served.of(apiVersion, kind);
        if (resource.isEmpty()) {
            return Optional.of(kind + " " + name + ": " + apiVersion + " is not served");
        }
        String namespace = object.path("metadata").path("namespace").asString("");
        Answer answer = api.apply(resource.get().collection(namespace) + "/" + Urls.encode(name), object);
        return answer.ok() ? Optional.empty() : Optional.of(kind + " " + name + ": " + answer.body());
    }

    private static boolean isCrd(ObjectNode object) {
        return "CustomResourceDefinition".equals(object.path("kind").asString());
    }

    /** Established is said a moment before the server serves it, so both are awaited. */
    private void awaitEstablished(ObjectNode crd) {
        String name = crd.path("metadata").path("name").asString();
        JsonNode spec = crd.path("spec");
        Await.until(
                "CustomResourceDefinition " + name + " established and served",
                PATIENCE,
                () -> established(name) && isServed(spec),
                () -> api.get(CRDS + name));
        served = new ServedResources(api);
    }

    private boolean established(String name) {
        for (JsonNode condition :
                api.get(CRDS + name).orElseThrow().path("status").path("conditions")) {
            if ("Established".equals(condition.path("type").asString())) {
                return "True".equals(condition.path("status").asString());
            }
        }
        return false;
    }

    private boolean isServed(JsonNode spec) {
        String group = spec.path("group").asString();
        String plural = spec.path("names").path("plural").asString();
        for (JsonNode version : spec.path("versions")) {
            String path = "/apis/" + group + "/" + version.path("name").asString() + "/" + plural + "?limit=1";
            if (version.path("served").asBoolean()
                    && !api.request("GET", path, null).ok()) {
                return false;
            }
        }
        return true;
    }
}
