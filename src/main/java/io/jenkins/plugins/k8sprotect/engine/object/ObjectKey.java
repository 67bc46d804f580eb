package io.jenkins.plugins.k8sprotect.engine.object;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * The identity of an object within one cluster, whatever version it is read in.
 *
 * @param groupKind kind of the object
 * @param namespace its namespace, {@code ""} for a cluster-scoped object
 * @param name its name
 */
public record ObjectKey(GroupKind groupKind, String namespace, String name)
        implements Comparable<ObjectKey>, Serializable {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::groupKind)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    public ObjectKey {
        Objects.requireNonNull(groupKind, "groupKind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    public boolean isNamespaced() {
        return !namespace.isEmpty();
    }

    public ObjectKey inNamespace(String other) {
        return other.equals(namespace) ? this : new ObjectKey(groupKind, other, name);
    }

    public ObjectKey named(String other) {
        return other.equals(name) ? this : new ObjectKey(groupKind, namespace, other);
    }

    /** For messages and reports: {@code Secret shop/db}, {@code ClusterRole.rbac.authorization.k8s.io reader}. */
    @Override
    public String toString() {
        return groupKind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
