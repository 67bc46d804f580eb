package io.jenkins.plugins.k8sprotect.engine.fidelity;

import static io.jenkins.plugins.k8sprotect.engine.fidelity.Objects.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a clone in another namespace must follow: the places that Kubernetes itself reads as a namespace.
 *
 * @param names source namespace → target namespace; empty for a restore in place
 */
record NamespaceMap(Map<String, String> names) {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";
    private static final Set<String> HOLD_NAMESPACES = Set.of(
            "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
            "admissionregistration.k8s.io/MutatingWebhookConfiguration",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
            "apiregistration.k8s.io/APIService",
            "apiextensions.k8s.io/CustomResourceDefinition",
            "networking.k8s.io/NetworkPolicy",
            "/PersistentVolume");

    String key(String key) {
        String[] parts = key.split("\\|", 3);
        String name = parts[0].equals("/Namespace") ? map(parts[2]) : parts[2];
        return Objects.key(parts[0], map(parts[1]), name);
    }

    private String map(String namespace) {
        return names.getOrDefault(namespace, namespace);
    }

    void apply(ObjectNode object, String groupKind) {
        ObjectNode metadata = (ObjectNode) object.get("metadata");
        follow(metadata, "namespace");
        if (groupKind.equals("/Namespace")) {
            follow(metadata, "name");
            follow(Objects.objectAt(metadata, "labels"), NAME_LABEL);
        }
        if (groupKind.equals("rbac.authorization.k8s.io/RoleBinding")
                || groupKind.equals("rbac.authorization.k8s.io/ClusterRoleBinding")) {
            Objects.elements(object.path("subjects")).forEach(s -> subject((ObjectNode) s));
        }
        if (HOLD_NAMESPACES.contains(groupKind)) {
            walk(object.has("spec") ? object.get("spec") : object.path("webhooks"), "");
        }
    }

    private void follow(ObjectNode node, String field) {
        if (node.has(field)) {
            node.put(field, map(text(node, field)));
        }
    }

    private void subject(ObjectNode subject) {
        follow(subject, "namespace");
        String[] parts = text(subject, "name").split(":", -1);
        if (parts.length > 2 && parts[0].equals("system") && parts[1].startsWith("serviceaccount")) {
            parts[2] = map(parts[2]);
            subject.put("name", String.join(":", Arrays.asList(parts)));
        }
    }

    private void walk(JsonNode node, String parent) {
        if (node instanceof ArrayNode array) {
            array.forEach(e -> walk(e, parent));
        } else if (node instanceof ObjectNode object) {
            if (parent.equals("service") || parent.equals("claimRef")) {
                follow(object, "namespace");
            } else if (parent.equals("matchLabels")) {
                follow(object, NAME_LABEL);
            } else if (parent.equals("matchExpressions")
                    && text(object, "key").equals(NAME_LABEL)
                    && object.get("values") instanceof ArrayNode values) {
                for (int i = 0; i < values.size(); i++) {
                    values.set(i, map(values.get(i).asString("")));
                }
            }
            object.properties().forEach(e -> walk(e.getValue(), e.getKey()));
        }
    }
}
