package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Unbinds a claim, so that the target provisions or binds a volume for it; class, size and access mode stay. */
final class PersistentVolumeClaimRule implements RestoreRule {
    private static final List<String> ANNOTATIONS = List.of(
            "pv.kubernetes.io/bind-completed",
            "pv.kubernetes.io/bound-by-controller",
            "volume.kubernetes.io/storage-provisioner",
            "volume.beta.kubernetes.io/storage-provisioner",
            "volume.kubernetes.io/selected-node");

    @Override
    public String id() {
        return "persistent-volume-claim";
    }

    @Override
    public String reason() {
        return "A claim's volume and binding notes belong to the cluster where it was bound.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(Kinds.PERSISTENT_VOLUME_CLAIM);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        if (object.spec() != null) {
            object.spec().remove("volumeName");
        }
        ANNOTATIONS.forEach(a -> object.removeFromMetadataMap("annotations", a));
    }

    @Override
    public void carryOver(KubeObject live, KubeObject desired) {
        if (live.spec() != null && live.spec().has("volumeName") && desired.spec() != null) {
            desired.spec().set("volumeName", live.spec().get("volumeName"));
        }
        ObjectNode annotations = null;
        for (String a : ANNOTATIONS) {
            if (live.annotations().containsKey(a)) {
                annotations = KubeObject.child(desired.metadata(), "annotations");
                annotations.put(a, live.annotations().get(a));
            }
        }
    }
}
