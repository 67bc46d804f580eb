package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a cluster serves: every resource in every version, and which version of each is preferred. Immutable; a restore
 * that installs CRDs reads it anew.
 */
public final class ApiCatalogue {
    /**
     * A resource as it is served.
     *
     * @param type the resource
     * @param verbs what may be asked of it, such as {@code list}
     * @param statusSubresource whether its status is written apart from the rest
     */
    public record Served(ResourceType type, Set<String> verbs, boolean statusSubresource) {
        public boolean allows(String verb) {
            return verbs.contains(verb);
        }
    }

    private final Map<GroupKind, Served> preferred = new LinkedHashMap<>();
    private final Map<String, Served> byVersionAndKind = new HashMap<>();
    private final List<String> unavailable;

    /**
     * @param served all resources, the preferred version of each group first
     * @param unavailable group versions that are registered but did not answer
     */
    ApiCatalogue(List<Served> served, Collection<String> unavailable) {
        for (Served s : served) {
            byVersionAndKind.putIfAbsent(s.type().apiVersion() + "/" + s.type().kind(), s);
            preferred.merge(s.type().groupKind(), s, ApiCatalogue::listable);
        }
        this.unavailable = List.copyOf(unavailable);
    }

    /** The earlier one wins, unless only the later one can be listed (a kind that moved on within its group). */
    private static Served listable(Served earlier, Served later) {
        return !earlier.allows("list") && later.allows("list") ? later : earlier;
    }

    /** Each kind once, in its preferred version, in a stable order. */
    public List<Served> preferred() {
        return preferred.values().stream()
                .sorted(Comparator.comparing(Served::type))
                .toList();
    }

    /** The kind in the version that the server prefers, or none if the kind is not served at all. */
    public Optional<ResourceType> find(GroupKind kind) {
        return Optional.ofNullable(preferred.get(kind)).map(Served::type);
    }

    /** The kind in exactly this version. */
    public Optional<ResourceType> find(String apiVersion, String kind) {
        return Optional.ofNullable(byVersionAndKind.get(apiVersion + "/" + kind))
                .map(Served::type);
    }

    /** Whether the kind is served with a status subresource; false if it is not served at all. */
    public boolean hasStatusSubresource(GroupKind kind) {
        Served served = preferred.get(kind);
        return served != null && served.statusSubresource();
    }

    /** Group versions that are registered (an APIService) but whose server does not answer. */
    public List<String> unavailable() {
        return unavailable;
    }
}
