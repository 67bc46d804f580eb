package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An object is in a backup once. */
final class Duplicates {
    private Duplicates() {}

    static List<ObjectKey> of(List<IndexRow> rows) {
        Set<ObjectKey> seen = new HashSet<>(rows.size() * 2);
        List<ObjectKey> twice = new ArrayList<>();
        for (IndexRow row : rows) {
            if (!seen.add(row.key())) {
                twice.add(row.key());
            }
        }
        return twice;
    }

    static void refuse(List<IndexRow> rows, BackupException.Code code, String backup) {
        List<ObjectKey> twice = of(rows);
        if (!twice.isEmpty()) {
            throw new BackupException(
                    code,
                    backup + ": " + twice.get(0) + " is there twice"
                            + (twice.size() > 1 ? ", and " + (twice.size() - 1) + " others" : ""));
        }
    }
}
