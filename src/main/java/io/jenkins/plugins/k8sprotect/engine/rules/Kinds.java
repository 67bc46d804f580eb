package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;

/** Kinds that more than one rule names. */
final class Kinds {
    static final GroupKind CONFIG_MAP = GroupKind.core("ConfigMap");
    static final GroupKind NAMESPACE = GroupKind.core("Namespace");
    static final GroupKind PERSISTENT_VOLUME = GroupKind.core("PersistentVolume");
    static final GroupKind PERSISTENT_VOLUME_CLAIM = GroupKind.core("PersistentVolumeClaim");
    static final GroupKind POD = GroupKind.core("Pod");
    static final GroupKind SECRET = GroupKind.core("Secret");
    static final GroupKind SERVICE = GroupKind.core("Service");
    static final GroupKind SERVICE_ACCOUNT = GroupKind.core("ServiceAccount");
    static final GroupKind JOB = new GroupKind("batch", "Job");
    static final GroupKind DEPLOYMENT = new GroupKind("apps", "Deployment");
    static final GroupKind REPLICA_SET = new GroupKind("apps", "ReplicaSet");
    static final GroupKind DAEMON_SET = new GroupKind("apps", "DaemonSet");
    static final String RBAC = "rbac.authorization.k8s.io";

    private Kinds() {}

    /** Groups that Kubernetes itself defines: no dot, or under {@code k8s.io}. A CRD's group needs approval to be there. */
    static boolean isBuiltIn(GroupKind kind) {
        return kind.group().indexOf('.') < 0 || kind.group().endsWith(".k8s.io");
    }
}
