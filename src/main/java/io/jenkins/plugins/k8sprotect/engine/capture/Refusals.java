package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.app.OnForbidden;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lists that the caller may not read. Every missing permission is told, not the first only, and those of a namespace
 * together: whoever may read nothing there would not read thirty sentences. Thread-safe.
 */
final class Refusals {
    private final SortedMap<String, SortedSet<String>> resources = new TreeMap<>();

    /** @param namespace empty for the whole cluster */
    synchronized void add(String qualifiedResource, String namespace) {
        resources.computeIfAbsent(namespace, n -> new TreeSet<>()).add(qualifiedResource);
    }

    synchronized List<Finding> findings(OnForbidden policy) {
        return resources.entrySet().stream()
                .map(e -> finding(e.getKey(), e.getValue(), policy))
                .toList();
    }

    private static Finding finding(String namespace, SortedSet<String> names, OnForbidden policy) {
        String message = "not allowed to list " + String.join(", ", names) + " in "
                + (namespace.isEmpty() ? "the whole cluster" : "namespace " + namespace);
        if (policy == OnForbidden.WARN) {
            return Finding.attention("forbidden", null, message + "; NOT in this backup");
        }
        boolean one = names.size() == 1;
        return Finding.failure(
                "forbidden",
                null,
                message + "; grant " + (one ? "it" : "them") + ", exclude the " + (one ? "kind" : "kinds")
                        + ", or set onForbidden: warn to go on without " + (one ? "it" : "them"));
    }
}
