package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.archive.ObjectVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Remembers the bodies of a backup that fits into a part of the memory, so that a restore decompresses and checks it once
 * instead of once for the plan and once for each stage. Used by one thread.
 */
public final class RememberingSource implements ObjectSource {
    private record Body(IndexRow row, byte[] json) {}

    private final ObjectSource source;
    private final boolean fits;
    private List<Body> bodies;

    /**
     * @param rows all rows of the backup
     * @param mostBytes of bodies to remember; a larger backup is read anew each time
     */
    public RememberingSource(ObjectSource source, List<IndexRow> rows, long mostBytes) {
        this.source = source;
        this.fits = rows.stream().mapToLong(IndexRow::size).sum() <= mostBytes;
    }

    @Override
    public void read(Predicate<IndexRow> wanted, ObjectVisitor visitor) {
        if (!fits) {
            source.read(wanted, visitor);
            return;
        }
        if (bodies == null) {
            readFirst(wanted, visitor);
            return;
        }
        for (Body body : bodies) {
            if (wanted.test(body.row)) {
                visitor.visit(body.row, body.json);
            }
        }
    }

    /** Visits while it reads; what was not read to its end is not remembered. */
    private void readFirst(Predicate<IndexRow> wanted, ObjectVisitor visitor) {
        List<Body> all = new ArrayList<>();
        source.read(row -> true, (row, json) -> {
            all.add(new Body(row, json));
            if (wanted.test(row)) {
                visitor.visit(row, json);
            }
        });
        bodies = all;
    }
}
