package io.jenkins.plugins.k8sprotect.engine.object;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Objects and types for tests; JSON is written with single quotes. */
public final class Samples {
    public static final ResourceType CONFIG_MAP = type("v1", "ConfigMap", "configmaps");
    public static final ResourceType SECRET = type("v1", "Secret", "secrets");
    public static final ResourceType SERVICE = type("v1", "Service", "services");
    public static final ResourceType SERVICE_ACCOUNT = type("v1", "ServiceAccount", "serviceaccounts");
    public static final ResourceType POD = type("v1", "Pod", "pods");
    public static final ResourceType CLAIM = type("v1", "PersistentVolumeClaim", "persistentvolumeclaims");
    public static final ResourceType DEPLOYMENT = type("apps/v1", "Deployment", "deployments");
    public static final ResourceType REPLICA_SET = type("apps/v1", "ReplicaSet", "replicasets");
    public static final ResourceType NAMESPACE = clusterType("v1", "Namespace", "namespaces");
    public static final ResourceType CLUSTER_ROLE =
            clusterType("rbac.authorization.k8s.io/v1", "ClusterRole", "clusterroles");
    public static final ResourceType DEFINITION =
            clusterType("apiextensions.k8s.io/v1", "CustomResourceDefinition", "customresourcedefinitions");
    public static final ResourceType WIDGET = type("example.com/v1", "Widget", "widgets");

    private Samples() {}

    public static ResourceType type(String apiVersion, String kind, String resource) {
        return type(apiVersion, kind, resource, true);
    }

    public static ResourceType clusterType(String apiVersion, String kind, String resource) {
        return type(apiVersion, kind, resource, false);
    }

    private static ResourceType type(String apiVersion, String kind, String resource, boolean namespaced) {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        return new ResourceType(GroupKind.of(apiVersion, kind), version, resource, namespaced);
    }

    public static byte[] bytes(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    public static ObjectNode json(String singleQuoted) {
        return Json.object(bytes(singleQuoted));
    }

    public static KubeObject object(String singleQuoted) {
        return new KubeObject(json(singleQuoted));
    }

    /** What listing tells of an object without labels, annotations and owners. */
    public static ObjectHeader header(ResourceType type, String namespace, String name) {
        return header(type, namespace, name, List.of());
    }

    public static ObjectHeader header(ResourceType type, String namespace, String name, List<OwnerReference> owners) {
        return new ObjectHeader(type, namespace, name, uid(type, name), Map.of(), Map.of(), owners, false);
    }

    /** The uid that {@link #header} gives. */
    public static String uid(ResourceType type, String name) {
        return type.resource() + "-" + name;
    }

    public static OwnerReference owner(ResourceType type, String name) {
        return new OwnerReference(type.apiVersion(), type.kind(), name, uid(type, name), true);
    }
}
