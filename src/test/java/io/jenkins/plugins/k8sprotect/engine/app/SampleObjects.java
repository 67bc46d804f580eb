package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.List;
import java.util.Map;

/** Types and objects for tests. */
final class SampleObjects {
    static final ResourceType CONFIG_MAP = type("", "ConfigMap", "configmaps", true);
    static final ResourceType SECRET = type("", "Secret", "secrets", true);
    static final ResourceType EVENT = type("", "Event", "events", true);
    static final ResourceType NEW_EVENT = type("events.k8s.io", "Event", "events", true);
    static final ResourceType DEPLOYMENT = type("apps", "Deployment", "deployments", true);
    static final ResourceType CRON_JOB = type("batch", "CronJob", "cronjobs", true);
    static final ResourceType NAMESPACE = type("", "Namespace", "namespaces", false);
    static final ResourceType CLUSTER_ROLE = type("rbac.authorization.k8s.io", "ClusterRole", "clusterroles", false);
    static final List<ResourceType> TYPES =
            List.of(CONFIG_MAP, SECRET, EVENT, NEW_EVENT, DEPLOYMENT, CRON_JOB, NAMESPACE, CLUSTER_ROLE);

    private SampleObjects() {}

    static ResourceType type(String group, String kind, String resource, boolean namespaced) {
        return new ResourceType(new GroupKind(group, kind), "v1", resource, namespaced);
    }

    static ObjectHeader object(ResourceType type, String namespace, String name) {
        return object(type, namespace, name, Map.of());
    }

    static ObjectHeader object(ResourceType type, String namespace, String name, Map<String, String> labels) {
        return new ObjectHeader(type, type.namespaced() ? namespace : "", name, "", labels, Map.of(), List.of(), false);
    }
}
