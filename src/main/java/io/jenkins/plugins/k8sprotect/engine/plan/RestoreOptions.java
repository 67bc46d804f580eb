package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.app.Rule;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a restore is asked to do.
 *
 * @param namespaceMap source namespace → target namespace; others stay
 * @param excludes what is not restored
 * @param conflict what to do about objects that are present and different
 * @param parallelism writes at the same time at most; the server's answers may lower it
 * @param timeout for the whole restore
 */
public record RestoreOptions(
        Map<String, String> namespaceMap,
        List<Rule> excludes,
        ConflictPolicy conflict,
        int parallelism,
        Duration timeout)
        implements Serializable {
    /** Enough to keep an API server busy that is a few milliseconds away, and bounded by its own flow control. */
    public static final int DEFAULT_PARALLELISM = 32;

    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

    public RestoreOptions {
        namespaceMap = Map.copyOf(namespaceMap);
        excludes = List.copyOf(excludes);
        Objects.requireNonNull(conflict, "conflict");
        Objects.requireNonNull(timeout, "timeout");
        if (parallelism < 1 || parallelism > 256) {
            throw new IllegalArgumentException("parallelism: found " + parallelism + "; allowed: 1 to 256");
        }
        if (namespaceMap.values().stream().distinct().count() != namespaceMap.size()) {
            throw new IllegalArgumentException(
                    "namespaceMap: two namespaces are mapped to the same one, and their objects would collide");
        }
    }

    /** In place, nothing left out, present objects replaced. */
    public static RestoreOptions defaults() {
        return new RestoreOptions(Map.of(), List.of(), ConflictPolicy.REPLACE, DEFAULT_PARALLELISM, DEFAULT_TIMEOUT);
    }

    public RestoreOptions mapping(Map<String, String> namespaces) {
        return new RestoreOptions(namespaces, excludes, conflict, parallelism, timeout);
    }

    public RestoreOptions onConflict(ConflictPolicy policy) {
        return new RestoreOptions(namespaceMap, excludes, policy, parallelism, timeout);
    }

    public RestoreOptions excluding(List<Rule> rules) {
        return new RestoreOptions(namespaceMap, rules, conflict, parallelism, timeout);
    }

    public String mapped(String namespace) {
        return namespaceMap.getOrDefault(namespace, namespace);
    }
}
