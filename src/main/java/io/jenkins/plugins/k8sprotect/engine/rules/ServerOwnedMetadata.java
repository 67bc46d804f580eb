package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes away what the server alone sets ("Object Names and IDs", "ObjectMeta" in the API reference).
 *
 * <p>{@code generateName} stays beside the recorded name: the server takes the name and keeps the field.
 */
final class ServerOwnedMetadata implements RestoreRule {
    private static final List<String> FIELDS = List.of(
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink",
            "managedFields");

    @Override
    public String id() {
        return "server-owned-metadata";
    }

    @Override
    public String reason() {
        return "uid, resourceVersion, generation, timestamps and selfLink belong to the server that stored the object.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return true;
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        ObjectNode metadata = object.metadata();
        FIELDS.forEach(metadata::remove);
        for (String map : List.of("labels", "annotations", "finalizers", "ownerReferences")) {
            if (metadata.has(map) && metadata.get(map).isEmpty()) {
                metadata.remove(map);
            }
        }
    }
}
