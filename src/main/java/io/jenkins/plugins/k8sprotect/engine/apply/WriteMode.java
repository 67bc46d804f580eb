package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.object.FieldOwner;
import io.jenkins.plugins.k8sprotect.engine.object.FieldOwners;
import io.jenkins.plugins.k8sprotect.engine.object.FieldSet;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an absent object is made so that its fields are owned as before, with as few writes as the server allows: it
 * ignores {@code managedFields} on POST, but records the request's field manager.
 */
sealed interface WriteMode {
    /** Manager of fields that nobody is recorded for. */
    String OWN_MANAGER = "k8s-protect";

    /** The field manager under which the first write is sent. */
    String manager();

    /** A POST under the name of the only owner. */
    record Create(String manager) implements WriteMode {}

    /**
     * A server-side apply under the name of the only owner.
     *
     * @param manager the owner
     * @param owned only the fields that it owns; the server defaults the others, and what then differs is put right
     */
    record Apply(String manager, KubeObject owned) implements WriteMode {}

    /** A POST, and a PUT that names the owners; only for an object with several. */
    record CreateThenOwners(String manager) implements WriteMode {}

    /** Decides by what is recorded. */
    static WriteMode of(KubeObject recorded, KubeObject wanted) {
        List<FieldOwner> owners =
                recorded == null ? List.of() : FieldOwners.recorded(recorded).of(wanted);
        if (owners.isEmpty()) {
            return ofFieldsThatAreGone(recorded);
        }
        FieldOwner first = owners.get(0);
        if (owners.size() > 1) {
            return new CreateThenOwners(first.manager());
        }
        return first.applies() ? new Apply(first.manager(), owned(first, wanted)) : new Create(first.manager());
    }

    /**
     * Nobody owns a field that is there, but someone owns one that the server turned into others: whoever applies a Secret
     * with {@code stringData} is recorded for that alone, and must stay its owner, or applying again would be a conflict.
     */
    private static WriteMode ofFieldsThatAreGone(KubeObject recorded) {
        ArrayNode entries = recorded == null ? null : FieldOwners.restored(recorded, uid -> uid);
        return entries == null
                ? new Create(OWN_MANAGER)
                : new CreateThenOwners(KubeObject.text(entries.get(0), "manager"));
    }

    private static KubeObject owned(FieldOwner owner, KubeObject wanted) {
        ObjectNode fields = FieldSet.extract(owner.fields(), wanted.json());
        fields.put("apiVersion", wanted.apiVersion());
        fields.put("kind", wanted.kind());
        KubeObject owned = new KubeObject(fields);
        owned.metadata().put("name", wanted.name());
        if (!wanted.namespace().isEmpty()) {
            owned.metadata().put("namespace", wanted.namespace());
        }
        return owned;
    }
}
