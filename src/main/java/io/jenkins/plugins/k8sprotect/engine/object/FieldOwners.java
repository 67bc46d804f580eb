package io.jenkins.plugins.k8sprotect.engine.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who owns which fields of an object, as its {@code managedFields} and last-applied annotation say. */
public final class FieldOwners {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final KubeObject object;
    private final List<FieldOwner> owners;

    private FieldOwners(KubeObject object, List<FieldOwner> owners) {
        this.object = object;
        this.owners = owners;
    }

    /** As recorded in the object. */
    public static FieldOwners recorded(KubeObject object) {
        List<FieldOwner> owners = new ArrayList<>();
        for (JsonNode entry : KubeObject.elements(object.metadata().get("managedFields"))) {
            if (entry.get("fieldsV1") instanceof ObjectNode fields) {
                owners.add(new FieldOwner(
                        KubeObject.text(entry, "manager"),
                        KubeObject.text(entry, "operation"),
                        KubeObject.text(entry, "subresource"),
                        fields));
            }
        }
        return new FieldOwners(object, owners);
    }

    /** Owners, apart from those of subresources, of at least one field that {@code desired} has. */
    public List<FieldOwner> of(KubeObject desired) {
        return owners.stream()
                .filter(o -> o.subresource().isEmpty() && FieldSet.touches(o.fields(), desired.json()))
                .toList();
    }

    /**
     * The ports of a Service whose node port was chosen rather than allocated: some manager owns the field, or it is in
     * the last-applied configuration.
     *
     * @return see {@link #portKey}
     */
    public Set<String> chosenNodePorts() {
        Set<String> chosen = new HashSet<>();
        for (FieldOwner owner : owners) {
            if (owner.subresource().isEmpty()) {
                owner.fields().path("f:spec").path("f:ports").properties().forEach(e -> {
                    if (e.getKey().startsWith("k:") && e.getValue().has("f:nodePort")) {
                        chosen.add(portKey(Json.object(bytes(e.getKey().substring(2)))));
                    }
                });
            }
        }
        for (JsonNode port : lastAppliedPorts()) {
            if (port instanceof ObjectNode p && p.path("nodePort").asInt(0) != 0) {
                chosen.add(portKey(p));
            }
        }
        return chosen;
    }

    /** A Service port's identity: {@code port/protocol}. */
    public static String portKey(ObjectNode port) {
        String protocol = KubeObject.text(port, "protocol");
        return port.path("port").asString("") + "/" + (protocol.isEmpty() ? "TCP" : protocol);
    }

    private Iterable<JsonNode> lastAppliedPorts() {
        String applied = object.annotations().get(LAST_APPLIED);
        if (applied == null) {
            return List.of();
        }
        try {
            return KubeObject.elements(Json.object(bytes(applied)).path("spec").get("ports"));
        } catch (IllegalArgumentException e) {
            return List.of(); // A person wrote the annotation; it says nothing then.
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * {@code managedFields} for the restored object: without subresources, and with the new uids of owners in the keys of
     * {@code ownerReferences}. Null if nothing is recorded.
     */
    public static ArrayNode restored(KubeObject recorded, java.util.function.UnaryOperator<String> newUid) {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        for (JsonNode entry : KubeObject.elements(recorded.metadata().get("managedFields"))) {
            if (KubeObject.text(entry, "subresource").isEmpty() && entry instanceof ObjectNode) {
                ObjectNode copy = (ObjectNode) entry.deepCopy();
                if (copy.path("fieldsV1").path("f:metadata").get("f:ownerReferences")
                        instanceof ObjectNode references) {
                    renameUidKeys(references, newUid);
                }
                kept.add(copy);
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private static void renameUidKeys(ObjectNode references, java.util.function.UnaryOperator<String> newUid) {
        for (String key : List.copyOf(references.propertyNames())) {
            if (key.startsWith("k:")) {
                ObjectNode identity = Json.object(bytes(key.substring(2)));
                String uid = KubeObject.text(identity, "uid");
                if (!uid.isEmpty()) {
                    identity.put("uid", newUid.apply(uid));
                    references.set("k:" + identity, references.remove(key));
                }
            }
        }
    }
}
