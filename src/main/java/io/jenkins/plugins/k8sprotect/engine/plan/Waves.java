package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import java.util.List;
import java.util.Set;

/**
 * The order in which kinds are restored: what others need comes first. Kinds that no wave names are custom resources if
 * their group is none of Kubernetes' own, and go with the Services otherwise.
 */
public final class Waves {
    /** CustomResourceDefinitions have a wave of their own: it ends when they are served. */
    public static final int DEFINITIONS = 0;

    private static final int POLICY = 6;
    private static final int CUSTOM_RESOURCES = 9;

    private static final List<Set<String>> WAVES = List.of(
            Set.of("CustomResourceDefinition.apiextensions.k8s.io"),
            Set.of("Namespace"),
            Set.of(
                    "StorageClass.storage.k8s.io",
                    "CSIDriver.storage.k8s.io",
                    "VolumeAttributesClass.storage.k8s.io",
                    "PriorityClass.scheduling.k8s.io",
                    "IngressClass.networking.k8s.io",
                    "RuntimeClass.node.k8s.io",
                    "DeviceClass.resource.k8s.io",
                    "ClusterRole.rbac.authorization.k8s.io",
                    "ClusterRoleBinding.rbac.authorization.k8s.io",
                    "FlowSchema.flowcontrol.apiserver.k8s.io",
                    "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io"),
            Set.of(
                    "ServiceAccount",
                    "Role.rbac.authorization.k8s.io",
                    "RoleBinding.rbac.authorization.k8s.io",
                    "Secret",
                    "ConfigMap",
                    "LimitRange"),
            Set.of("PersistentVolume"),
            Set.of("PersistentVolumeClaim"),
            Set.of("Service", "Endpoints", "EndpointSlice.discovery.k8s.io", "NetworkPolicy.networking.k8s.io"),
            Set.of(
                    "Pod",
                    "PodTemplate",
                    "ReplicationController",
                    "ReplicaSet.apps",
                    "Deployment.apps",
                    "StatefulSet.apps",
                    "DaemonSet.apps",
                    "Job.batch",
                    "CronJob.batch"),
            Set.of("HorizontalPodAutoscaler.autoscaling", "PodDisruptionBudget.policy", "Ingress.networking.k8s.io"),
            Set.of(), // Custom resources.
            Set.of("ResourceQuota"), // Late: its limit must not stop what it counted before.
            Set.of(
                    "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
                    "MutatingWebhookConfiguration.admissionregistration.k8s.io",
                    "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
                    "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io",
                    "MutatingAdmissionPolicy.admissionregistration.k8s.io",
                    "MutatingAdmissionPolicyBinding.admissionregistration.k8s.io",
                    "APIService.apiregistration.k8s.io"));

    private Waves() {}

    public static int of(GroupKind kind) {
        String name = kind.toString();
        for (int wave = 0; wave < WAVES.size(); wave++) {
            if (WAVES.get(wave).contains(name)) {
                return wave;
            }
        }
        boolean builtIn = kind.group().indexOf('.') < 0 || kind.group().endsWith(".k8s.io");
        return builtIn ? POLICY : CUSTOM_RESOURCES;
    }
}
