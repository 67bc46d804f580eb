package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.List;
import java.util.Objects;

/**
 * What the index tells of one object without its body.
 *
 * @param type resource and version that it was read in
 * @param namespace its namespace, {@code ""} for a cluster-scoped object
 * @param name its name
 * @param uid its uid in the cluster of the backup
 * @param owners its owner references in their order
 * @param sha256 SHA-256 of its JSON bytes as stored, in lower-case hexadecimal
 * @param segment number of the segment that holds it, from 0
 * @param size length of its JSON in bytes
 */
public record IndexRow(
        ResourceType type,
        String namespace,
        String name,
        String uid,
        List<OwnerReference> owners,
        String sha256,
        int segment,
        int size) {
    public IndexRow {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(sha256, "sha256");
        owners = List.copyOf(owners);
    }

    public ObjectKey key() {
        return type.key(namespace, name);
    }

    /**
     * Whether a body is of the object that this row names. What was decided from the index must not be done with
     * something else.
     */
    public boolean describes(KubeObject body) {
        return type.apiVersion().equals(body.apiVersion())
                && type.kind().equals(body.kind())
                && namespace.equals(body.namespace())
                && name.equals(body.name());
    }
}
