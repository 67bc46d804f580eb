package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads one backup. Nothing of it is handed out before it was compared with the hash that names it. For one thread at a
 * time.
 *
 * <p>All methods throw {@link BackupException} if a file is missing, changed or malformed, and {@link StoreException} if
 * the store cannot be read.
 */
public final class BackupReader implements AutoCloseable {
    private static final long MANIFEST_BYTES = 16L << 20;
    private static final long DETAILS_BYTES = 64L << 20;
    private static final long INDEX_BYTES = 1L << 30;
    /** A row is part of what its object holds, and little more. */
    private static final int ROW_MARGIN = 64 << 10;

    private final Store store;
    private final Manifest manifest;
    private final ReaderOptions options;
    private final BackupFiles files;
    private final Prefetcher prefetcher;
    private List<IndexRow> index;
    private List<List<IndexRow>> bySegment;

    private BackupReader(Store store, Manifest manifest, ReaderOptions options, BackupFiles files) {
        this.store = store;
        this.manifest = manifest;
        this.options = options;
        this.files = files;
        this.prefetcher = new Prefetcher(files, manifest.segments(), options.segmentBytes());
    }

    public static BackupReader open(Store store, String application, BackupId id) {
        return open(store, application, id, ReaderOptions.defaults());
    }

    /**
     * Reads and checks the manifest.
     *
     * @throws BackupException {@code NOT_FOUND}, {@code UNSUPPORTED} if it was written by a newer version, or
     *     {@code MALFORMED}
     */
    public static BackupReader open(Store store, String application, BackupId id, ReaderOptions options) {
        String folder = Layout.folder(application, id);
        BackupFiles files = new BackupFiles(store, folder, options.cacheBytes());
        byte[] bytes = manifest(store, application, id);
        Manifest manifest = ManifestCodec.decode(bytes, application, id, store.description() + ": " + folder);
        return new BackupReader(store, manifest, options, files);
    }

    /** The bytes of a manifest, as stored. */
    static byte[] manifest(Store store, String application, BackupId id) {
        try {
            return store.get(Layout.folder(application, id) + Layout.MANIFEST, MANIFEST_BYTES);
        } catch (StoreException e) {
            throw switch (e.code()) {
                case NOT_FOUND ->
                    new BackupException(
                            Code.NOT_FOUND,
                            store.description() + ": there is no backup " + id + " of " + application,
                            e);
                case INVALID -> new BackupException(Code.MALFORMED, e.getMessage(), e);
                default -> e;
            };
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** A row for each object, in the order of the objects in the backup; read once. */
    public List<IndexRow> index() {
        if (index == null) {
            List<IndexRow> rows = readIndex();
            bySegment = grouped(rows);
            index = List.copyOf(rows);
        }
        return index;
    }

    private List<IndexRow> readIndex() {
        StoredFile file = manifest.file(Layout.INDEX).orElseThrow();
        byte[] stored = files.fetch(file, INDEX_BYTES);
        List<IndexRow> rows;
        try (Compressed.Bounded plain = Compressed.decompressor(stored, file.plainSize())) {
            rows = IndexCodec.read(plain, options.objectBytes() + ROW_MARGIN);
            plain.finish();
        } catch (IOException e) {
            throw new BackupException(Code.MALFORMED, files.at(Layout.INDEX) + ": " + e.getMessage(), e);
        }
        if (rows.size() != manifest.objects()) {
            throw new BackupException(
                    Code.MALFORMED,
                    files.at(Layout.INDEX) + ": has " + rows.size() + " rows, the manifest says " + manifest.objects());
        }
        Duplicates.refuse(rows, Code.MALFORMED, files.at(Layout.INDEX));
        return rows;
    }

    private List<List<IndexRow>> grouped(List<IndexRow> rows) {
        List<List<IndexRow>> groups = new ArrayList<>();
        manifest.segments().forEach(segment -> groups.add(new ArrayList<>()));
        for (IndexRow row : rows) {
            if (row.segment() >= groups.size()) {
                throw new BackupException(
                        Code.MALFORMED,
                        files.at(Layout.INDEX) + ": " + row.key() + " is in segment " + row.segment()
                                + ", the manifest names " + groups.size());
            }
            groups.get(row.segment()).add(row);
        }
        return groups;
    }

    public Details details() {
        StoredFile file = manifest.file(Layout.DETAILS).orElseThrow();
        byte[] stored = files.fetch(file, DETAILS_BYTES);
        try {
            return DetailsCodec.decode(Compressed.decompress(stored, file.plainSize()));
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupException(Code.MALFORMED, files.at(Layout.DETAILS) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Hands over the objects whose rows are wanted, in the order of the archive, which is not an order to restore in.
     * Segments without such an object are not fetched; the next one is fetched while the visitor works.
     *
     * @throws java.util.concurrent.CancellationException if the options' token was cancelled
     */
    public void read(Predicate<IndexRow> wanted, ObjectVisitor visitor) {
        BitSet needed = new BitSet();
        index().stream().filter(wanted).forEach(row -> needed.set(row.segment()));
        prefetcher.each(needed, (number, stored) -> readSegment(number, stored, new Strict(wanted, visitor)));
    }

    void readSegment(int number, byte[] stored, SegmentReader.Handler handler) {
        StoredFile segment = manifest.segments().get(number);
        new SegmentReader(files.at(segment.name()), options.objectBytes(), bySegment.get(number), handler)
                .read(stored, segment.plainSize());
    }

    /** The first problem ends the reading. */
    private final class Strict implements SegmentReader.Handler {
        private final Predicate<IndexRow> wanted;
        private final ObjectVisitor visitor;

        Strict(Predicate<IndexRow> wanted, ObjectVisitor visitor) {
            this.wanted = wanted;
            this.visitor = visitor;
        }

        @Override
        public boolean wants(IndexRow row) {
            return wanted.test(row);
        }

        @Override
        public void object(IndexRow row, byte[] json) {
            options.cancel().checkpoint();
            visitor.visit(row, json);
        }

        @Override
        public void problem(BackupException problem) {
            throw problem;
        }
    }

    /** Reads every file and every object and tells all that is wrong, not the first thing only. */
    public VerifyReport verify() {
        return new Verifier(store, this, files, options).run();
    }

    @Override
    public void close() {
        prefetcher.close();
    }
}
