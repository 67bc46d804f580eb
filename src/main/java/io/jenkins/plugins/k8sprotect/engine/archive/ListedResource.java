package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.io.Serializable;
import java.util.Objects;

/**
 * One list that was read. Lists are not one point in time; their resource versions tell how far apart they are.
 *
 * @param type what was listed
 * @param namespace namespace that was listed, {@code ""} for all of them or a cluster-scoped resource
 * @param resourceVersion resource version of the list (of its first page)
 * @param count objects of it in the backup
 */
public record ListedResource(ResourceType type, String namespace, String resourceVersion, long count)
        implements Serializable {
    public ListedResource {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(resourceVersion, "resourceVersion");
    }
}
