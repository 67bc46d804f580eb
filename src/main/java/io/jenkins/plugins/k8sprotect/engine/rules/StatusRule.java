package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;

/** Takes the status away where a controller writes it; where the kind has no status subresource it is plain content. */
final class StatusRule implements RestoreRule {
    @Override
    public String id() {
        return "status";
    }

    @Override
    public String reason() {
        return "Status says what was observed elsewhere; the controllers of the target write it anew.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return true;
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        if (Kinds.isBuiltIn(object.groupKind()) || !context.statusIsContent(object.groupKind())) {
            object.json().remove("status");
        }
    }
}
