package io.jenkins.plugins.k8sprotect.engine.object;

import java.io.Serializable;
import java.util.Objects;

/**
 * An API group and a kind in it, such as {@code apps/Deployment}; the group of core kinds is empty.
 *
 * @param group API group without a version, {@code ""} for the core group
 * @param kind kind in CamelCase
 */
public record GroupKind(String group, String kind) implements Comparable<GroupKind>, Serializable {
    public GroupKind {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(kind, "kind");
    }

    /** Of a kind in the core group, such as {@code ConfigMap}. */
    public static GroupKind core(String kind) {
        return new GroupKind("", kind);
    }

    /** Of an object's {@code apiVersion} ({@code v1}, {@code apps/v1}) and {@code kind}. */
    public static GroupKind of(String apiVersion, String kind) {
        return new GroupKind(groupOf(apiVersion), kind);
    }

    /** The group in an {@code apiVersion}: {@code apps} of {@code apps/v1}, empty for {@code v1}. */
    public static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** As Kubernetes writes it: {@code Deployment.apps}, {@code ConfigMap}. */
    @Override
    public String toString() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    @Override
    public int compareTo(GroupKind other) {
        int byGroup = group.compareTo(other.group);
        return byGroup != 0 ? byGroup : kind.compareTo(other.kind);
    }
}
