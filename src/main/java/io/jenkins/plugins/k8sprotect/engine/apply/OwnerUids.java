package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The new uids of objects that others name as their owner. Thread-safe. */
final class OwnerUids {
    private final Set<String> wanted;
    private final Map<String, String> newUids = new ConcurrentHashMap<>();

    /** @param wanted uids in the backup that are worth remembering */
    OwnerUids(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** Whether the new uid of that object will be asked for. */
    boolean wants(String sourceUid) {
        return wanted.contains(sourceUid);
    }

    void remember(String sourceUid, String newUid) {
        if (!newUid.isEmpty() && wanted.contains(sourceUid)) {
            newUids.put(sourceUid, newUid);
        }
    }

    String newUid(String sourceUid) {
        return newUids.getOrDefault(sourceUid, sourceUid);
    }

    /**
     * Gives every owner reference its new uid.
     *
     * @return whether all owners are there; references to the others are dropped, since the garbage collector would
     *     delete the object for them
     */
    boolean rewrite(KubeObject object) {
        if (!(object.metadata().get("ownerReferences") instanceof ArrayNode references)) {
            return true;
        }
        boolean complete = true;
        for (int i = references.size() - 1; i >= 0; i--) {
            JsonNode reference = references.get(i);
            String known = newUids.get(KubeObject.text(reference, "uid"));
            if (known == null) {
                references.remove(i);
                complete = false;
            } else {
                ((ObjectNode) reference).put("uid", known);
            }
        }
        if (references.isEmpty()) {
            object.metadata().remove("ownerReferences");
        }
        return complete;
    }
}
