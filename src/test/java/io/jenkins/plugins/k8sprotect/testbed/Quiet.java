package io.jenkins.plugins.k8sprotect.testbed;

import io.jenkins.plugins.k8sprotect.testbed.ServedResources.Resource;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Waits until nothing but heartbeats is written any more: controllers have reacted to all that was done. */
final class Quiet {

    /** Kinds that are written all the time. */
    private static final Set<String> NOISE =
            Set.of("events", "leases.coordination.k8s.io", "nodes", "componentstatuses", "events.events.k8s.io");

    private final RawApi api;
    private Set<String> last = Set.of();
    private long since = System.nanoTime();

    Quiet(RawApi api) {
        this.api = api;
    }

    /** Returns when nothing was written for {@code still}; {@link AssertionError} if that is not reached in time. */
    void await(Duration still, Duration atMost) {
        Await.until(
                "cluster quiet for " + still.toSeconds() + " s", atMost, () -> isStill(still), () -> "writes go on");
    }

    private boolean isStill(Duration still) {
        Set<String> state = versions();
        if (!state.equals(last)) {
            last = state;
            since = System.nanoTime();
        }
        return System.nanoTime() - since >= still.toNanos();
    }

    private Set<String> versions() {
        Set<String> versions = new HashSet<>();
        for (Resource resource : new ServedResources(api).listable()) {
            if (NOISE.contains(resource.plural() + (resource.group().isEmpty() ? "" : "." + resource.group()))) {
                continue;
            }
            for (JsonNode item : api.listMetadata(resource.collection())) {
                JsonNode metadata = item.path("metadata");
                versions.add(resource.plural() + " " + metadata.path("uid").asString("") + " "
                        + metadata.path("resourceVersion").asString(""));
            }
        }
        return versions;
    }
}
