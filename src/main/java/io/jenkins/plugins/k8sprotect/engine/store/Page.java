package io.jenkins.plugins.k8sprotect.engine.store;

import java.util.List;

/**
 * Part of a listing.
 *
 * @param objects files in ascending order of their keys' UTF-8 bytes
 * @param more whether the store holds further files after the last of these; ask again with that key as
 *     {@code startAfter}
 */
public record Page(List<StoredObject> objects, boolean more) {
    public Page {
        objects = List.copyOf(objects);
    }
}
