package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps one instance of what many rows share: types, namespaces, owners. Not thread-safe. */
final class Interner {
    private final Map<Object, Object> known = new HashMap<>();

    IndexRow row(ObjectHeader header, String sha256, int segment, int size) {
        return new IndexRow(
                shared(header.type()),
                shared(header.namespace()),
                header.name(),
                header.uid() == null ? "" : header.uid(),
                owners(header.owners()),
                sha256,
                segment,
                size);
    }

    ResourceType type(ResourceType type) {
        return shared(type);
    }

    String text(String text) {
        return shared(text);
    }

    List<OwnerReference> owners(List<OwnerReference> owners) {
        return owners.isEmpty() ? List.of() : shared(List.copyOf(owners));
    }

    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        Object first = known.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
