package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What clusters serve. */
public final class Catalogues {
    private Catalogues() {}

    public static ApiCatalogue listable(ResourceType... types) {
        return serving("list", types);
    }

    public static ApiCatalogue serving(String verb, ResourceType... types) {
        return new ApiCatalogue(
                Stream.of(types)
                        .map(t -> new ApiCatalogue.Served(t, Set.of(verb), false))
                        .toList(),
                List.of());
    }
}
