package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When each object is restored: in its kind's wave, but after its owners, since a reference needs the owner's new uid.
 * An object is thus written once, complete.
 */
final class Stages {
    /** Room for chains of owners inside a wave. */
    static final int PER_WAVE = 100;

    private final Map<String, IndexRow> owners = new HashMap<>();
    private final Map<String, Integer> ownerStages = new HashMap<>();

    Stages(List<IndexRow> rows) {
        Set<String> referenced = new HashSet<>();
        rows.forEach(r -> r.owners().forEach(o -> referenced.add(o.uid())));
        rows.stream().filter(r -> referenced.contains(r.uid())).forEach(r -> owners.put(r.uid(), r));
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
        for (OwnerReference reference : row.owners()) {
            IndexRow owner = owners.get(reference.uid());
            if (owner != null && path.add(owner.uid())) { // A circle of owners is cut where it closes.
                stage = Math.max(stage, ofOwner(owner, path) + 1);
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
