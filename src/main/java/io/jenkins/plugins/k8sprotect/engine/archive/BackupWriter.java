package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one backup. Objects may be added by several threads at once; a full segment is stored in the background. The
 * backup exists once {@link #commit} has stored its manifest, and not before.
 */
public final class BackupWriter implements AutoCloseable {
    private final String application;
    private final BackupId id;
    private final WriterOptions options;
    private final Uploads uploads;
    private final Interner interner = new Interner();
    private final List<IndexRow> rows = new ArrayList<>();
    private final List<StoredFile> files = new ArrayList<>();
    private SegmentBuilder open;
    private boolean committed;
    private boolean closed;

    private BackupWriter(Store store, String application, BackupId id, WriterOptions options, Attempt attempt) {
        this.application = Layout.checkApplication(application);
        this.id = id;
        this.options = options;
        this.uploads = new Uploads(store, Layout.folder(application, id), attempt);
    }

    /**
     * Begins a backup; nothing is stored yet.
     *
     * @throws BackupException {@code INVALID} if the application's name is none
     */
    public static BackupWriter begin(Store store, String application, BackupId id, WriterOptions options) {
        return new BackupWriter(store, application, id, options, null);
    }

    /**
     * Begins a backup of an id that may have been begun before: what an earlier attempt left is removed, and one that
     * still runs can store nothing more.
     *
     * @throws BackupException {@code INVALID} if the application's name is none, {@code EXISTS} if the backup was made
     * @throws io.jenkins.plugins.k8sprotect.engine.store.StoreException if the store fails
     */
    public static BackupWriter beginAgain(Store store, String application, BackupId id, WriterOptions options) {
        return new BackupWriter(store, application, id, options, Attempt.begin(store, application, id));
    }

    /**
     * Adds an object.
     *
     * @param header what the index tells of it; must be of the same object as the body
     * @param json its body, not changed and not kept
     * @throws BackupException {@code INVALID} if it is larger than an object may be, {@code EXISTS} if another backup of
     *     this id is found in the store
     * @throws io.jenkins.plugins.k8sprotect.engine.store.StoreException if a segment could not be stored
     */
    public void add(ObjectHeader header, byte[] json) {
        if (json.length > options.objectBytes()) {
            throw new BackupException(
                    Code.INVALID,
                    header.key() + ": has " + json.length + " bytes, more than the " + options.objectBytes()
                            + " that an object may have; leave it out or raise the limit (objectBytes)");
        }
        String hash = Sha256.of(json);
        synchronized (this) {
            uploads.failIfFailed();
            if (committed || closed) {
                throw new IllegalStateException("the backup is closed");
            }
            append(header, json, hash);
        }
    }

    private void append(ObjectHeader header, byte[] json, String hash) {
        IndexRow row = interner.row(header, hash, files.size(), json.length);
        String path = PathCodec.path(row);
        if (open != null && !open.hasRoom(path, json.length, options.segmentBytes())) {
            seal();
            row = interner.row(header, hash, files.size(), json.length);
        }
        if (open == null) {
            open = new SegmentBuilder(options.compressionLevel());
        }
        open.add(path, json);
        rows.add(row);
    }

    private void seal() {
        SealedFile file = open.seal(Layout.segment(files.size()));
        open = null;
        files.add(file.file());
        uploads.begin(file);
    }

    /** Objects added so far. */
    public synchronized int objects() {
        return rows.size();
    }

    /**
     * Makes the backup exist: stores what is left, then index and details, then the manifest, which must not be there
     * yet, and at last the marker by which the catalog lists it.
     *
     * @return the manifest as stored
     * @throws BackupException {@code EXISTS} if there is a backup of this id or an object was added twice
     * @throws io.jenkins.plugins.k8sprotect.engine.store.StoreException if the store fails; {@link #close} then removes
     *     what was stored
     */
    public synchronized Manifest commit(ManifestInfo info, Details details) {
        uploads.failIfFailed();
        if (committed || closed) {
            throw new IllegalStateException("the backup is closed");
        }
        Duplicates.refuse(rows, Code.EXISTS, application + "/" + id);
        if (open != null) {
            seal();
        }
        SealedFile index = IndexCodec.seal(rows, options.compressionLevel());
        SealedFile about =
                SealedFile.compressed(Layout.DETAILS, DetailsCodec.encode(details), options.compressionLevel());
        files.add(index.file());
        files.add(about.file());
        uploads.begin(index);
        uploads.begin(about);
        uploads.finish();
        uploads.settle(files);
        byte[] manifest = ManifestCodec.encode(application, id, info, rows.size(), files);
        uploads.create(SealedFile.of(Layout.MANIFEST, manifest, manifest.length));
        Manifest written = new Manifest(application, id, info, rows.size(), files, Sha256.of(manifest));
        uploads.committed();
        uploads.mark(Marker.key(written));
        committed = true;
        return written;
    }

    /** Without a commit removes what was stored, as far as the store lets it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (open != null) {
            open.discard();
            open = null;
        }
        uploads.close();
        if (!committed) {
            uploads.undo();
        }
    }
}
