package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.SystemOwned;

/** Keeps out what every cluster makes for itself, in case a backup holds it. */
final class SystemObjects implements RestoreRule {
    @Override
    public String id() {
        return "system-objects";
    }

    @Override
    public String reason() {
        return "The cluster makes these objects itself, with content of its own.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return true;
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        SystemOwned.reason(object.key(), object.labels(), object.annotations()).ifPresent(context::skip);
    }
}
