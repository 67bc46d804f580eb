package io.jenkins.plugins.k8sprotect.engine.fidelity;

import static io.jenkins.plugins.k8sprotect.engine.fidelity.Objects.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object as a restore should bring it back: without what a server allocates, and with every uid of a present object
 * read as the name of that object, so that a restored uid that points nowhere differs.
 */
final class Normal {
    private static final List<String> SERVER_METADATA =
            List.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "selfLink");
    private static final Map<String, List<String>> SERVER_ANNOTATIONS = Map.of(
            "apps/Deployment", List.of("deployment.kubernetes.io/revision"),
            "apps/ReplicaSet",
                    List.of(
                            "deployment.kubernetes.io/revision",
                            "deployment.kubernetes.io/desired-replicas",
                            "deployment.kubernetes.io/max-replicas"),
            "apps/DaemonSet", List.of("deprecated.daemonset.template.generation"),
            "/PersistentVolumeClaim",
                    List.of(
                            "pv.kubernetes.io/bind-completed",
                            "pv.kubernetes.io/bound-by-controller",
                            "volume.kubernetes.io/storage-provisioner",
                            "volume.beta.kubernetes.io/storage-provisioner",
                            "volume.kubernetes.io/selected-node"),
            "/PersistentVolume", List.of("pv.kubernetes.io/bound-by-controller"),
            "/Endpoints", List.of("endpoints.kubernetes.io/last-change-trigger-time"));
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ObjectNode object;
    private final ObjectNode original;
    private final Snapshot snapshot;
    private final NamespaceMap namespaces;
    private final String groupKind;

    private Normal(ObjectNode original, Snapshot snapshot, NamespaceMap namespaces) {
        this.object = original.deepCopy();
        this.original = original;
        this.snapshot = snapshot;
        this.namespaces = namespaces;
        this.groupKind = Objects.groupKind(original);
    }

    /**
     * @param source the object as it was backed up, which decides what had been allocated
     * @param namespaces for the source's side of a clone
     */
    static ObjectNode of(ObjectNode original, Snapshot snapshot, ObjectNode source, NamespaceMap namespaces) {
        return new Normal(original, snapshot, namespaces).form(source);
    }

    private ObjectNode form(ObjectNode source) {
        if (isServersKind() || hasStatusSubresource()) {
            object.remove("status"); // Without the subresource, status is plain content.
        }
        ObjectNode metadata = (ObjectNode) object.get("metadata");
        String uid = text(metadata, "uid");
        SERVER_METADATA.forEach(metadata::remove);
        ObjectNode annotations = Objects.objectAt(metadata, "annotations");
        SERVER_ANNOTATIONS.getOrDefault(groupKind, List.of()).forEach(annotations::remove);
        JsonNode references = metadata.remove("ownerReferences");
        for (String field : List.of("labels", "annotations", "finalizers")) {
            if (metadata.path(field).isEmpty()) {
                metadata.remove(field);
            }
        }
        kind(source);
        nameUids(object, uid);
        if (references != null && !references.isEmpty()) {
            metadata.set("ownerReferences", owners(references));
        }
        namespaces.apply(object, groupKind);
        return object;
    }

    /** Groups of Kubernetes itself: their status is always the server's. */
    private boolean isServersKind() {
        String group = groupKind.substring(0, groupKind.indexOf('/'));
        return !group.contains(".") || group.endsWith(".k8s.io");
    }

    private boolean hasStatusSubresource() {
        JsonNode definition = snapshot.definition(groupKind);
        String version = text(object, "apiVersion").replaceAll(".*/", "");
        return definition.isMissingNode()
                || Objects.elements(definition.path("versions")).stream()
                        .anyMatch(v -> text(v, "name").equals(version)
                                && v.path("subresources").has("status"));
    }

    private void kind(ObjectNode source) {
        ObjectNode spec = Objects.objectAt(object, "spec");
        switch (groupKind) {
            case "/Service" -> service(spec, source);
            case "/PersistentVolumeClaim" -> spec.remove("volumeName");
            case "/PersistentVolume" -> Objects.objectAt(spec, "claimRef").remove("resourceVersion");
            case "/Pod" -> pod(spec);
            case "/ServiceAccount" -> {
                String name = text(object.path("metadata"), "name");
                drop(object, "secrets", s -> text(s, "name").matches(Pattern.quote(name) + "-(token|dockercfg)-.*"));
            }
            default -> certificate(spec, source);
        }
    }

    private static void service(ObjectNode spec, ObjectNode source) {
        if (!text(spec, "clusterIP").equals("None")) {
            spec.remove(List.of("clusterIP", "clusterIPs"));
        }
        spec.remove("healthCheckNodePort");
        Set<String> chosen = FieldManagers.chosenNodePorts(source);
        Objects.elements(spec.path("ports")).stream()
                .filter(p -> !chosen.contains(FieldManagers.portKey(p)))
                .forEach(p -> ((ObjectNode) p).remove("nodePort"));
    }

    private static void pod(ObjectNode spec) {
        spec.remove("nodeName");
        Set<String> tokens = new TreeSet<>();
        Objects.elements(spec.path("volumes")).stream()
                .map(v -> text(v, "name"))
                .filter(n -> n.startsWith("kube-api-access-"))
                .forEach(tokens::add);
        drop(spec, "volumes", v -> tokens.contains(text(v, "name")));
        for (String containers : List.of("containers", "initContainers")) {
            Objects.elements(spec.path(containers))
                    .forEach(c -> drop((ObjectNode) c, "volumeMounts", m -> tokens.contains(text(m, "name"))));
        }
    }

    private static void drop(ObjectNode parent, String field, Predicate<JsonNode> unwanted) {
        if (parent.get(field) instanceof ArrayNode array) {
            array.removeIf(unwanted);
            if (array.isEmpty()) {
                parent.remove(field);
            }
        }
    }

    /** An authority that the application's own program patched in is made anew by it. */
    private void certificate(ObjectNode spec, ObjectNode source) {
        if (!FieldManagers.foreignAuthority(source)) {
            return;
        }
        switch (groupKind) {
            case "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
                    "admissionregistration.k8s.io/MutatingWebhookConfiguration" ->
                Objects.elements(object.path("webhooks")).forEach(w -> Objects.objectAt((ObjectNode) w, "clientConfig")
                        .remove("caBundle"));
            case "apiextensions.k8s.io/CustomResourceDefinition" -> {
                ObjectNode webhook = Objects.objectAt(Objects.objectAt(spec, "conversion"), "webhook");
                Objects.objectAt(webhook, "clientConfig").remove("caBundle");
            }
            case "apiregistration.k8s.io/APIService" -> spec.remove("caBundle");
            default -> {}
        }
    }

    private void nameUids(JsonNode node, String own) {
        if (node instanceof ObjectNode o) {
            List.copyOf(o.propertyNames()).forEach(f -> o.set(f, named(o.get(f), own)));
        } else if (node instanceof ArrayNode a) {
            for (int i = 0; i < a.size(); i++) {
                a.set(i, named(a.get(i), own));
            }
        }
    }

    private JsonNode named(JsonNode value, String own) {
        if (!value.isString() || !UID.matcher(value.stringValue()).matches()) {
            nameUids(value, own);
            return value;
        }
        if (value.stringValue().equals(own)) {
            return object.stringNode("<own uid>");
        }
        String key = snapshot.uids().get(value.stringValue());
        return key == null ? value : object.stringNode("<uid of " + namespaces.key(key) + ">");
    }

    /** By owner, so that their order does not matter. */
    private ObjectNode owners(JsonNode references) {
        ObjectNode owners = object.objectNode();
        String namespace = text(original.path("metadata"), "namespace");
        for (JsonNode reference : references) {
            List<String> right = Objects.possibleKeys(reference, namespace);
            String target = snapshot.uids().get(text(reference, "uid"));
            String verdict = target == null
                    ? "<points nowhere>"
                    : right.contains(target) ? "<owner>" : "<points at " + target + ">";
            owners.putObject(right.get(1))
                    .put("uid", verdict)
                    .put("controller", reference.path("controller").asBoolean(false))
                    .put(
                            "blockOwnerDeletion",
                            reference.path("blockOwnerDeletion").asBoolean(false));
        }
        return owners;
    }
}
