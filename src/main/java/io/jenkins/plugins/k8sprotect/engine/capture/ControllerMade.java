package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which objects a built-in controller makes again from one that is captured: those are left out. What an operator
 * makes is kept, since nothing tells whether it would make the same again. Thread-safe.
 */
final class ControllerMade {
    private static final GroupKind POD = GroupKind.core("Pod");
    private static final GroupKind SERVICE = GroupKind.core("Service");
    private static final GroupKind ENDPOINTS = GroupKind.core("Endpoints");
    private static final GroupKind ENDPOINT_SLICE = new GroupKind("discovery.k8s.io", "EndpointSlice");
    private static final GroupKind DEPLOYMENT = new GroupKind("apps", "Deployment");
    private static final GroupKind REPLICA_SET = new GroupKind("apps", "ReplicaSet");
    private static final GroupKind REVISION = new GroupKind("apps", "ControllerRevision");
    private static final GroupKind JOB = new GroupKind("batch", "Job");

    /** Kind of an owner → kinds that its controller makes again. */
    private static final Map<GroupKind, Set<GroupKind>> MAKES = Map.of(
            DEPLOYMENT,
            Set.of(REPLICA_SET),
            REPLICA_SET,
            Set.of(POD),
            new GroupKind("apps", "StatefulSet"),
            Set.of(POD, REVISION),
            new GroupKind("apps", "DaemonSet"),
            Set.of(POD, REVISION),
            JOB,
            Set.of(POD),
            new GroupKind("batch", "CronJob"),
            Set.of(JOB),
            GroupKind.core("ReplicationController"),
            Set.of(POD),
            SERVICE,
            Set.of(ENDPOINT_SLICE),
            POD,
            Set.of(GroupKind.core("PersistentVolumeClaim"), new GroupKind("resource.k8s.io", "ResourceClaim")));

    private final Set<String> makers = ConcurrentHashMap.newKeySet();
    private final Set<String> selectingServices = ConcurrentHashMap.newKeySet();
    private final Set<String> deployments = ConcurrentHashMap.newKeySet();

    /** Remembers an object that is captured, or that will be made again, as a possible maker of others. */
    void remember(ObjectHeader object, byte[] json) {
        if (MAKES.containsKey(object.type().groupKind())) {
            makers.add(object.uid());
        }
        if (object.type().groupKind().equals(DEPLOYMENT)) {
            deployments.add(object.namespace() + "/" + object.name());
        }
        if (object.type().groupKind().equals(SERVICE) && hasSelector(json)) {
            selectingServices.add(object.namespace() + "/" + object.name());
        }
    }

    private static boolean hasSelector(byte[] json) {
        return KubeObject.parse(json).json().path("spec").path("selector").size() > 0;
    }

    /** What makes this object again after a restore, or nothing if it must be captured. */
    Optional<String> maker(ObjectHeader object) {
        GroupKind kind = object.type().groupKind();
        if (kind.equals(ENDPOINTS) && isOfService(object)) {
            return Optional.of("Service " + object.name());
        }
        if (kind.equals(ENDPOINT_SLICE) && isMirror(object)) {
            return Optional.of("Endpoints");
        }
        if (kind.equals(POD) && isOfDeployment(object)) {
            return Optional.of("Deployment");
        }
        return object.owners().stream().filter(o -> makes(o, kind)).findFirst().map(o -> o.kind() + " " + o.name());
    }

    private boolean makes(OwnerReference owner, GroupKind kind) {
        return makers.contains(owner.uid())
                && MAKES.getOrDefault(owner.groupKind(), Set.of()).contains(kind);
    }

    /** Also where the ReplicaSet in between is excluded, and so not read: its name is the Deployment's and a hash. */
    private boolean isOfDeployment(ObjectHeader pod) {
        String hash = "-" + pod.labels().getOrDefault("pod-template-hash", "");
        return pod.owners().stream()
                .filter(o -> o.groupKind().equals(REPLICA_SET)
                        && hash.length() > 1
                        && o.name().endsWith(hash))
                .map(o -> o.name().substring(0, o.name().length() - hash.length()))
                .anyMatch(name -> deployments.contains(pod.namespace() + "/" + name));
    }

    private boolean isOfService(ObjectHeader object) {
        return "endpoint-controller".equals(object.labels().get("endpoints.kubernetes.io/managed-by"))
                || selectingServices.contains(object.namespace() + "/" + object.name());
    }

    private static boolean isMirror(ObjectHeader object) {
        return "endpointslicemirroring-controller.k8s.io"
                .equals(object.labels().get("endpointslice.kubernetes.io/managed-by"));
    }
}
