package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Statically made volumes come back ready to be bound by the claim of the same name. Volumes that were provisioned for a
 * claim are provisioned again for the restored one.
 */
final class PersistentVolumeRule implements RestoreRule {
    @Override
    public String id() {
        return "persistent-volume";
    }

    @Override
    public String reason() {
        return "A volume's claim is named by uid; a provisioned volume is made anew for the restored claim.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(Kinds.PERSISTENT_VOLUME);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        ObjectNode spec = object.spec();
        if (spec == null) {
            return;
        }
        boolean provisioned = object.annotations().containsKey("pv.kubernetes.io/provisioned-by");
        if (provisioned && "Delete".equals(KubeObject.text(spec, "persistentVolumeReclaimPolicy"))) {
            context.skip("provisioned for its claim; the restored claim is given a new volume");
        }
        object.removeFromMetadataMap("annotations", "pv.kubernetes.io/bound-by-controller");
        if (spec.get("claimRef") instanceof ObjectNode claim) {
            List.of("uid", "resourceVersion").forEach(claim::remove);
        }
    }

    @Override
    public void carryOver(KubeObject live, KubeObject desired) {
        if (live.spec() != null && live.spec().has("claimRef") && desired.spec() != null) {
            desired.spec().set("claimRef", live.spec().get("claimRef").deepCopy());
        }
    }
}
