package io.jenkins.plugins.k8sprotect.engine.object;

import java.io.Serializable;

/**
 * One entry of {@code metadata.ownerReferences}: what is needed to find the owner again.
 *
 * @param apiVersion the owner's apiVersion as recorded
 * @param kind the owner's kind
 * @param name the owner's name
 * @param uid the owner's uid in the cluster where it was recorded
 * @param controller whether this owner manages the object
 */
public record OwnerReference(String apiVersion, String kind, String name, String uid, boolean controller)
        implements Serializable {

    public GroupKind groupKind() {
        return GroupKind.of(apiVersion, kind);
    }
}
