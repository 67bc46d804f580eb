package io.jenkins.plugins.k8sprotect.engine.object;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What selection and ownership decisions read of an object, without its body.
 *
 * @param type the resource it was listed from
 * @param namespace its namespace, {@code ""} for a cluster-scoped object
 * @param name its name
 * @param uid its uid
 * @param labels its labels; empty, never null
 * @param annotations its annotations; empty, never null
 * @param owners its owner references in their order
 * @param deleting whether it has a deletionTimestamp
 */
public record ObjectHeader(
        ResourceType type,
        String namespace,
        String name,
        String uid,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<OwnerReference> owners,
        boolean deleting) {
    public ObjectHeader {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    public ObjectKey key() {
        return type.key(namespace, name);
    }
}
