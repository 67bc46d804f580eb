package io.jenkins.plugins.k8sprotect.engine.object;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that every cluster makes for itself, and kinds that are of the moment: never part of an application, neither
 * backed up nor restored.
 */
public final class SystemOwned {
    private static final Set<String> KINDS = Set.of(
            "Event",
            "Node",
            "ComponentStatus",
            "Binding",
            "Event.events.k8s.io",
            "Lease.coordination.k8s.io",
            "LeaseCandidate.coordination.k8s.io",
            "CSINode.storage.k8s.io",
            "CSIStorageCapacity.storage.k8s.io",
            "VolumeAttachment.storage.k8s.io",
            "IPAddress.networking.k8s.io",
            "ServiceCIDR.networking.k8s.io",
            "StorageVersion.internal.apiserver.k8s.io",
            "StorageVersionMigration.storagemigration.k8s.io",
            "CertificateSigningRequest.certificates.k8s.io",
            "PodCertificateRequest.certificates.k8s.io");

    /** Groups whose kinds are answers, not stored objects. */
    private static final Set<String> VIRTUAL_GROUPS = Set.of(
            "metrics.k8s.io",
            "custom.metrics.k8s.io",
            "external.metrics.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io");

    private SystemOwned() {}

    /** Whether no object of the kind is ever part of an application. */
    public static boolean isSystemKind(GroupKind kind) {
        return KINDS.contains(kind.toString()) || VIRTUAL_GROUPS.contains(kind.group());
    }

    /** Why this object is the cluster's own, or nothing if it is not. */
    public static Optional<String> reason(ObjectKey key, Map<String, String> labels, Map<String, String> annotations) {
        if (isSystemKind(key.groupKind())) {
            return Optional.of("a kind of the moment");
        }
        return Optional.ofNullable(
                switch (key.groupKind().toString()) {
                    case "ConfigMap" ->
                        key.name().equals("kube-root-ca.crt") || key.name().equals("openshift-service-ca.crt")
                                ? "every namespace is given one"
                                : null;
                    case "Service", "Endpoints", "EndpointSlice.discovery.k8s.io" ->
                        key.namespace().equals("default") && key.name().equals("kubernetes")
                                ? "the API server's own Service"
                                : null;
                    case "APIService.apiregistration.k8s.io" ->
                        labels.containsKey("kube-aggregator.kubernetes.io/automanaged")
                                ? "registered by the API server itself"
                                : null;
                    case "FlowSchema.flowcontrol.apiserver.k8s.io",
                            "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io" ->
                        "true".equals(annotations.get("apf.kubernetes.io/autoupdate-spec"))
                                ? "the API server's own flow control"
                                : null;
                    case "PriorityClass.scheduling.k8s.io" ->
                        key.name().startsWith("system-") ? "a priority class of the system" : null;
                    case "Pod" -> annotations.containsKey("kubernetes.io/config.mirror") ? "a mirror pod" : null;
                    default -> bootstrapRbac(key, labels);
                });
    }

    private static String bootstrapRbac(ObjectKey key, Map<String, String> labels) {
        return key.groupKind().group().equals("rbac.authorization.k8s.io")
                        && "rbac-defaults".equals(labels.get("kubernetes.io/bootstrapping"))
                ? "a role of the system"
                : null;
    }
}
