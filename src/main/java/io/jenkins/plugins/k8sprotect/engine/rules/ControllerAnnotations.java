package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import java.util.Map;

/** Takes away annotations in which built-in controllers keep their own state. */
final class ControllerAnnotations implements RestoreRule {
    private static final Map<GroupKind, List<String>> BY_KIND = Map.of(
            Kinds.DEPLOYMENT,
            List.of("deployment.kubernetes.io/revision"),
            Kinds.REPLICA_SET,
            List.of(
                    "deployment.kubernetes.io/revision",
                    "deployment.kubernetes.io/desired-replicas",
                    "deployment.kubernetes.io/max-replicas"),
            Kinds.DAEMON_SET,
            List.of("deprecated.daemonset.template.generation"),
            GroupKind.core("Endpoints"),
            List.of("endpoints.kubernetes.io/last-change-trigger-time"));

    @Override
    public String id() {
        return "controller-annotations";
    }

    @Override
    public String reason() {
        return "Revision counters and the like are a controller's own notes; it starts them anew.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return BY_KIND.containsKey(kind);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        BY_KIND.get(object.groupKind()).forEach(a -> object.removeFromMetadataMap("annotations", a));
    }

    @Override
    public void carryOver(KubeObject live, KubeObject desired) {
        Map<String, String> current = live.annotations();
        for (String annotation : BY_KIND.get(desired.groupKind())) {
            if (current.containsKey(annotation)) {
                KubeObject.child(desired.metadata(), "annotations").put(annotation, current.get(annotation));
            }
        }
    }
}
