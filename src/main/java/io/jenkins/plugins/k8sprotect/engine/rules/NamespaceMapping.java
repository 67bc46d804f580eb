package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets an object follow its namespace: where it lives, and the fields that Kubernetes itself reads as a namespace. */
final class NamespaceMapping implements RestoreRule {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";
    private static final String SERVICE_ACCOUNT_USER = "system:serviceaccount:";
    private static final String SERVICE_ACCOUNT_GROUP = "system:serviceaccounts:";

    /** Fields of built-in kinds that hold an object with a {@code namespace} in it. */
    private static final Set<String> REFERENCES = Set.of(
            "service",
            "claimRef",
            "dataSourceRef",
            "paramRef",
            "serviceAccount",
            "targetRef",
            "nodeStageSecretRef",
            "nodePublishSecretRef",
            "nodeExpandSecretRef",
            "controllerPublishSecretRef",
            "controllerExpandSecretRef");

    @Override
    public String id() {
        return "namespace-mapping";
    }

    @Override
    public String reason() {
        return "Subjects, namespace selectors, claims and webhook services name a namespace and follow its mapping.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return true;
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        if (!context.mapsNamespaces()) {
            return;
        }
        follow(object.metadata(), "namespace", context);
        GroupKind kind = object.groupKind();
        if (kind.equals(Kinds.NAMESPACE)) {
            follow(object.metadata(), "name", context);
            if (object.metadata().get("labels") instanceof ObjectNode labels) {
                follow(labels, NAME_LABEL, context);
            }
        } else if (kind.group().equals(Kinds.RBAC) && kind.kind().endsWith("Binding")) {
            KubeObject.elements(object.json().get("subjects")).forEach(s -> subject(s, context));
        } else if (Kinds.isBuiltIn(kind) && !kind.equals(Kinds.SECRET) && !kind.equals(Kinds.CONFIG_MAP)) {
            object.json().properties().forEach(e -> {
                if (!e.getKey().equals("metadata")) {
                    walk(e.getValue(), "", context);
                }
            });
        }
    }

    private static void follow(ObjectNode node, String field, RuleContext context) {
        if (node.has(field)) {
            node.put(field, context.map(node.get(field).asString("")));
        }
    }

    private static void followAll(ArrayNode names, RuleContext context) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isString()) {
                names.set(i, context.map(names.get(i).stringValue()));
            }
        }
    }

    private static void subject(JsonNode node, RuleContext context) {
        if (node instanceof ObjectNode subject) {
            follow(subject, "namespace", context);
            String name = KubeObject.text(subject, "name");
            if (name.startsWith(SERVICE_ACCOUNT_USER)) {
                String[] parts = name.substring(SERVICE_ACCOUNT_USER.length()).split(":", 2);
                if (parts.length == 2) {
                    subject.put("name", SERVICE_ACCOUNT_USER + context.map(parts[0]) + ":" + parts[1]);
                }
            } else if (name.startsWith(SERVICE_ACCOUNT_GROUP)) {
                String namespace = name.substring(SERVICE_ACCOUNT_GROUP.length());
                subject.put("name", SERVICE_ACCOUNT_GROUP + context.map(namespace));
            }
        }
    }

    /** References to objects elsewhere, selectors on the name label of namespaces, and lists of namespaces. */
    private static void walk(JsonNode node, String parent, RuleContext context) {
        if (node instanceof ArrayNode array) {
            if (parent.equals("namespaces")) {
                followAll(array, context);
            }
            array.forEach(element -> walk(element, parent, context));
        } else if (node instanceof ObjectNode object) {
            if (REFERENCES.contains(parent)) {
                follow(object, "namespace", context);
            } else if (parent.equals("matchLabels")) {
                follow(object, NAME_LABEL, context);
            } else if (NAME_LABEL.equals(KubeObject.text(object, "key"))
                    && object.get("values") instanceof ArrayNode values) {
                followAll(values, context);
            }
            object.properties().forEach(e -> walk(e.getValue(), e.getKey(), context));
        }
    }
}
