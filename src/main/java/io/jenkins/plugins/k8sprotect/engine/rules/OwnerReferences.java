package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Drops references to owners that are not restored: the garbage collector would delete the object for a uid that does
 * not exist. Those that stay are given their new uids when the owner is there.
 */
final class OwnerReferences implements RestoreRule {
    @Override
    public String id() {
        return "owner-references";
    }

    @Override
    public String reason() {
        return "A reference names its owner by uid: it follows an owner that is restored, and is dropped where none is.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return true;
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        List<OwnerReference> lost =
                object.owners().stream().filter(o -> !context.hasOwner(o)).toList();
        if (lost.isEmpty()) {
            return;
        }
        ArrayNode references = (ArrayNode) object.metadata().get("ownerReferences");
        for (int i = references.size() - 1; i >= 0; i--) {
            JsonNode reference = references.get(i);
            if (lost.stream().anyMatch(o -> o.uid().equals(KubeObject.text(reference, "uid")))) {
                references.remove(i);
            }
        }
        if (references.isEmpty()) {
            object.metadata().remove("ownerReferences");
        }
        String owners = lost.stream().map(o -> o.kind() + " " + o.name()).collect(Collectors.joining(", "));
        context.tell(Finding.expected(
                "owner-not-in-backup",
                object.key(),
                "its owner is not in the backup, so the reference is dropped: " + owners));
    }
}
