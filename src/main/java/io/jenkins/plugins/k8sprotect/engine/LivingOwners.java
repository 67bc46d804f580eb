package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.event.Parallel;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds owners that are not in the backup but live on the target, as they do when an application goes back where it was:
 * references to them stay. In another cluster no uid is the same, and none is found.
 */
final class LivingOwners {
    private static final int PARALLEL_READS = 8;

    /** An owner as an object in {@code namespace} names it. */
    private record Named(OwnerReference owner, String namespace) {}

    private final Cluster cluster;
    private final RestoreOptions options;
    private final Set<String> living = ConcurrentHashMap.newKeySet();

    LivingOwners(Cluster cluster, RestoreOptions options) {
        this.cluster = cluster;
        this.options = options;
    }

    /** Their uids. */
    Set<String> read(List<IndexRow> rows) {
        Set<String> backedUp = rows.stream().map(IndexRow::uid).collect(Collectors.toSet());
        Map<String, Named> outside = new HashMap<>();
        for (IndexRow row : rows) {
            // What is cloned into another namespace must not belong to an owner of the original.
            if (options.mapped(row.namespace()).equals(row.namespace())) {
                row.owners().stream()
                        .filter(o -> !backedUp.contains(o.uid()))
                        .forEach(o -> outside.put(o.uid(), new Named(o, row.namespace())));
            }
        }
        Parallel.run(outside.values(), PARALLEL_READS, "k8s-protect-read", this::look);
        return Set.copyOf(living);
    }

    private void look(Named named) {
        OwnerReference owner = named.owner();
        Optional<ResourceType> type = cluster.catalogue().find(owner.groupKind());
        if (type.isEmpty()) {
            return;
        }
        try {
            cluster.get(type.get(), type.get().namespaced() ? named.namespace() : "", owner.name())
                    .filter(o -> o.uid().equals(owner.uid()))
                    .ifPresent(o -> living.add(owner.uid()));
        } catch (ApiException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            // Not readable: taken as not there, and the finding about the dropped reference says so.
        }
    }
}
