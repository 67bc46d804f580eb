package io.jenkins.plugins.k8sprotect.engine.fidelity;

import static io.jenkins.plugins.k8sprotect.engine.fidelity.Objects.annotation;
import static io.jenkins.plugins.k8sprotect.engine.fidelity.Objects.label;
import static io.jenkins.plugins.k8sprotect.engine.fidelity.Objects.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects that a cluster makes for itself, or makes again from their owner: they are not compared. */
final class MadeAgain {
    private static final Set<String> PODS = Set.of("/Pod");

    /** Kind of the owner → kinds made from it. */
    private static final Map<String, Set<String>> MAKES = Map.of(
            "apps/Deployment", Set.of("apps/ReplicaSet"),
            "apps/ReplicaSet", PODS,
            "apps/StatefulSet", PODS,
            "apps/DaemonSet", PODS,
            "batch/Job", PODS,
            "batch/CronJob", Set.of("batch/Job"),
            "/ReplicationController", PODS,
            "/Pod", Set.of("resource.k8s.io/ResourceClaim", "/PersistentVolumeClaim", "policy/PodDisruptionBudget"));

    private MadeAgain() {}

    /** Whether it is made from an owner that is there. */
    static boolean fromOwner(ObjectNode object, Snapshot snapshot) {
        return Objects.elements(object.path("metadata").path("ownerReferences")).stream()
                .filter(r -> snapshot.uids().containsKey(text(r, "uid")))
                .map(r -> Objects.groupOf(text(r, "apiVersion")) + "/" + text(r, "kind"))
                .anyMatch(owner -> MAKES.getOrDefault(owner, Set.of()).contains(Objects.groupKind(object)));
    }

    /** Why it is not compared, if it is not. */
    static Optional<String> reason(ObjectNode object, Snapshot snapshot) {
        if (fromOwner(object, snapshot)) {
            return Optional.of("made by its owner");
        }
        JsonNode metadata = object.path("metadata");
        if (metadata.has("deletionTimestamp") && metadata.path("finalizers").isEmpty()) {
            return Optional.of("being deleted");
        }
        return Optional.ofNullable(
                switch (Objects.groupKind(object)) {
                    case "/PersistentVolume" -> provisioned(object, snapshot) ? "provisioned for its claim" : null;
                    case "/ConfigMap" ->
                        text(metadata, "name").equals("kube-root-ca.crt") ? "in every namespace" : null;
                    case "/ServiceAccount" -> isUntouchedDefault(object) ? "default ServiceAccount, unchanged" : null;
                    case "/Secret" ->
                        text(object, "type").equals("kubernetes.io/service-account-token") ? "token" : null;
                    case "apiregistration.k8s.io/APIService" ->
                        label(object, "kube-aggregator.kubernetes.io/automanaged")
                                        .isEmpty()
                                ? null
                                : "automanaged";
                    case "discovery.k8s.io/EndpointSlice" ->
                        label(object, "endpointslice.kubernetes.io/managed-by").endsWith("controller.k8s.io")
                                ? "of a Service"
                                : null;
                    case "/Endpoints" -> isOfService(object, snapshot) ? "of a Service" : null;
                    default -> ownFlowControl(object);
                });
    }

    private static String ownFlowControl(ObjectNode object) {
        boolean own = Objects.groupKind(object).startsWith("flowcontrol.apiserver.k8s.io/")
                && annotation(object, "apf.kubernetes.io/autoupdate-spec").equals("true");
        return own ? "the server's own" : null;
    }

    private static boolean provisioned(ObjectNode volume, Snapshot snapshot) {
        return !annotation(volume, "pv.kubernetes.io/provisioned-by").isEmpty()
                && snapshot.uids().containsKey(text(volume.path("spec").path("claimRef"), "uid"));
    }

    private static boolean isUntouchedDefault(ObjectNode account) {
        JsonNode metadata = account.path("metadata");
        Stream<JsonNode> content =
                List.of("imagePullSecrets", "secrets").stream().map(account::path);
        return text(metadata, "name").equals("default")
                && content.allMatch(JsonNode::isEmpty)
                && metadata.path("labels").isEmpty()
                && metadata.path("annotations").isEmpty()
                && !account.has("automountServiceAccountToken");
    }

    private static boolean isOfService(ObjectNode endpoints, Snapshot snapshot) {
        JsonNode metadata = endpoints.path("metadata");
        String service = Objects.key("/Service", text(metadata, "namespace"), text(metadata, "name"));
        JsonNode selector = Optional.ofNullable(snapshot.objects().get(service))
                .map(s -> s.path("spec").path("selector"))
                .orElse(metadata.path("none"));
        return !selector.isEmpty()
                || label(endpoints, "endpoints.kubernetes.io/managed-by").equals("endpoint-controller");
    }
}
