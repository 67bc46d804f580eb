package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When each object is restored: in its kind's wave, but after its owners, since a reference needs the owner's new uid,
 * and after the definition of its kind. An object is thus written once, complete.
 */
final class Stages {
    /** Room for chains of owners inside a wave. */
    static final int PER_WAVE = 100;

    private final Map<String, IndexRow> owners = new HashMap<>();
    private final Map<String, Integer> ownerStages = new HashMap<>();
    /** Definitions that have an owner themselves, and so a late stage, by name. */
    private final Map<String, IndexRow> ownedDefinitions = new HashMap<>();

    Stages(List<IndexRow> rows) {
        Set<String> referenced = new HashSet<>();
        rows.forEach(r -> r.owners().forEach(o -> referenced.add(o.uid())));
        rows.stream().filter(r -> referenced.contains(r.uid())).forEach(r -> owners.put(r.uid(), r));
        rows.stream()
                .filter(r -> Waves.of(r.type().groupKind()) == Waves.DEFINITIONS
                        && !r.owners().isEmpty())
                .forEach(r -> ownedDefinitions.put(r.name(), r));
    }

    /** Uids of objects in the backup that others name as their owner. */
    Set<String> ownerUids() {
        return owners.keySet();
    }

    int of(IndexRow row) {
        return of(row, new HashSet<>());
    }

    private int of(IndexRow row, Set<String> path) {
        int stage = Waves.of(row.type().groupKind()) * PER_WAVE;
        IndexRow definition = ownedDefinitions.get(row.type().qualifiedResource());
        if (definition != null && path.add(definition.uid())) {
            stage = Math.max(stage, ofOwner(definition, path) + 1);
            path.remove(definition.uid());
        }
        for (OwnerReference reference : row.owners()) {
            IndexRow owner = owners.get(reference.uid());
            if (owner != null && path.add(owner.uid())) { // A circle of owners is cut where it closes.
                stage = Math.max(stage, ofOwner(owner, path) + 1);
                path.remove(owner.uid());
            }
        }
        return stage;
    }

    private int ofOwner(IndexRow owner, Set<String> path) {
        Integer known = ownerStages.get(owner.uid());
        if (known == null) {
            known = of(owner, path);
            ownerStages.put(owner.uid(), known);
        }
        return known;
    }
}
