package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;

/** Leaves the rules of an aggregated ClusterRole to the controller that collects them. */
final class AggregatedClusterRole implements RestoreRule {
    @Override
    public String id() {
        return "aggregated-cluster-role";
    }

    @Override
    public String reason() {
        return "The rules of an aggregated ClusterRole are collected by the cluster from the roles that it selects.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(new GroupKind(Kinds.RBAC, "ClusterRole"));
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        if (object.json().has("aggregationRule")) {
            object.json().remove("rules");
        }
    }

    @Override
    public void carryOver(KubeObject live, KubeObject desired) {
        if (desired.json().has("aggregationRule") && live.json().has("rules")) {
            desired.json().set("rules", live.json().get("rules").deepCopy());
        }
    }
}
