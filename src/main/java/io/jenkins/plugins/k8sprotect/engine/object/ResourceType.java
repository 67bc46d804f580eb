package io.jenkins.plugins.k8sprotect.engine.object;

import java.io.Serializable;
import java.util.Objects;

/**
 * A kind as an API server serves it: in one version, under a plural name in its paths.
 *
 * @param groupKind the kind
 * @param version version in the group, such as {@code v1}
 * @param resource plural name in paths, such as {@code deployments}
 * @param namespaced whether objects of it live in namespaces
 */
public record ResourceType(GroupKind groupKind, String version, String resource, boolean namespaced)
        implements Comparable<ResourceType>, Serializable {
    public ResourceType {
        Objects.requireNonNull(groupKind, "groupKind");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(resource, "resource");
    }

    public String group() {
        return groupKind.group();
    }

    public String kind() {
        return groupKind.kind();
    }

    /** {@code v1}, {@code apps/v1}. */
    public String apiVersion() {
        return group().isEmpty() ? version : group() + "/" + version;
    }

    /** As RBAC and kubectl name it: {@code deployments.apps}, {@code configmaps}. */
    public String qualifiedResource() {
        return group().isEmpty() ? resource : resource + "." + group();
    }

    public ObjectKey key(String namespace, String name) {
        return new ObjectKey(groupKind, namespaced ? namespace : "", name);
    }

    @Override
    public int compareTo(ResourceType other) {
        int byKind = groupKind.compareTo(other.groupKind);
        return byKind != 0 ? byKind : version.compareTo(other.version);
    }

    @Override
    public String toString() {
        return apiVersion() + " " + kind();
    }
}
