package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.store.Page;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Compares every byte of a backup with what names it, from the catalog's marker down to each object. */
final class Verifier {
    /** No backup of this format has files larger than its index may be. */
    private static final long FILE_BYTES = 1L << 30;

    private final Store store;
    private final BackupReader reader;
    private final BackupFiles files;
    private final ReaderOptions options;
    private final Manifest manifest;
    private final List<Finding> findings = new ArrayList<>();
    private int filesRead = 1;
    private long objects;
    private long bytes;

    Verifier(Store store, BackupReader reader, BackupFiles files, ReaderOptions options) {
        this.store = store;
        this.reader = reader;
        this.files = files;
        this.options = options;
        this.manifest = reader.manifest();
    }

    VerifyReport run() {
        checkMarker();
        checkStrangers();
        attempt(reader::details);
        boolean indexed = attempt(reader::index);
        for (StoredFile file : manifest.files()) {
            options.cancel().checkpoint();
            attempt(() -> check(file, indexed));
        }
        return new VerifyReport(filesRead, objects, bytes, findings);
    }

    private void check(StoredFile file, boolean indexed) {
        boolean segment = Layout.isSegment(file.name());
        byte[] stored = files.fetch(file, segment ? options.segmentBytes() : FILE_BYTES);
        filesRead++;
        bytes += stored.length;
        if (segment && indexed) {
            reader.readSegment(manifest.segments().indexOf(file), stored, new Collecting());
        }
    }

    private void checkMarker() {
        String prefix = Marker.prefix(manifest.application(), manifest.id());
        Page markers = store.list(prefix, "", 1);
        if (markers.objects().isEmpty()) {
            findings.add(Finding.attention(
                    "not-listed",
                    null,
                    "the backup is not in the catalog (" + prefix + "…); a repair of the catalog lists it"));
            return;
        }
        String key = markers.objects().get(0).key();
        boolean same = Marker.parse(manifest.application(), key)
                .filter(entry -> entry.manifestSha256().equals(manifest.sha256()))
                .isPresent();
        if (!same) {
            fail(
                    "manifest-changed",
                    null,
                    files.at(Layout.MANIFEST)
                            + ": its bytes are not those that were written (the catalog's marker has another SHA-256)");
        }
    }

    private void checkStrangers() {
        String folder = Layout.folder(manifest.application(), manifest.id());
        for (String key : Listing.keys(store, folder)) {
            String name = key.substring(folder.length());
            if (!Layout.isManifest(name) && manifest.file(name).isEmpty()) {
                findings.add(Finding.attention(
                        "unknown-file", null, files.at(name) + ": the manifest does not name this file"));
            }
        }
    }

    private boolean attempt(Runnable check) {
        try {
            check.run();
            return true;
        } catch (BackupException e) {
            tell(e, null);
            return false;
        }
    }

    private void tell(BackupException e, ObjectKey object) {
        fail(
                switch (e.code()) {
                    case TRUNCATED -> "truncated";
                    case CHECKSUM -> "checksum";
                    default -> "malformed";
                },
                object,
                e.getMessage());
    }

    /** A file is looked at more than once, as a whole and by what is in it; the same trouble is told once. */
    private void fail(String code, ObjectKey object, String message) {
        Finding finding = Finding.failure(code, object, message);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private final class Collecting implements SegmentReader.Handler {
        @Override
        public boolean wants(IndexRow row) {
            return true;
        }

        @Override
        public void object(IndexRow row, byte[] json) {
            options.cancel().checkpoint();
            objects++;
            try {
                if (!row.describes(KubeObject.parse(json))) {
                    fail("mismatch", row.key(), "the index names " + row.key() + ", its body is of another object");
                }
            } catch (IllegalArgumentException e) {
                fail("malformed", row.key(), row.key() + ": its body is " + e.getMessage());
            }
        }

        @Override
        public void problem(BackupException problem) {
            tell(problem, null);
        }
    }
}
