package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.Samples.Sample;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.node.ObjectNode;

/** A backup written by someone who knows the format and means harm: all hashes are right, the content is not. */
final class Forgery {
    static final String FOLDER = "shop/" + Samples.ID + "/";

    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(plain, 512, "UTF-8");
    private final List<IndexRow> rows = new ArrayList<>();

    Forgery() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Puts a row into the index, and nothing into the segment. */
    IndexRow row(Sample sample) {
        ObjectHeader header = sample.header();
        IndexRow row = new IndexRow(
                header.type(),
                header.namespace(),
                header.name(),
                header.uid(),
                header.owners(),
                Sha256.of(sample.json()),
                0,
                sample.json().length);
        rows.add(row);
        return row;
    }

    /** Puts an object in as it should be. */
    Forgery object(Sample sample) {
        return entry(PathCodec.path(row(sample)), sample.json());
    }

    Forgery entry(String path, byte[] content) {
        return entry(new TarArchiveEntry(path, true), content);
    }

    Forgery entry(TarArchiveEntry entry, byte[] content) {
        try {
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<IndexRow> rows() {
        return rows;
    }

    byte[] segment() {
        try {
            tar.close();
            return plain.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void store(Store store) {
        store(store, SealedFile.compressed(Layout.segment(0), segment(), 3), IndexCodec.seal(rows, 3));
    }

    void store(Store store, SealedFile segment, SealedFile index) {
        SealedFile details = SealedFile.compressed(Layout.DETAILS, DetailsCodec.encode(Samples.DETAILS), 3);
        List<StoredFile> files = new ArrayList<>();
        for (SealedFile file : List.of(segment, index, details)) {
            store.put(FOLDER + file.file().name(), file.content());
            files.add(file.file());
        }
        ManifestInfo info = Samples.info(Outcome.SUCCEEDED);
        store.put(FOLDER + Layout.MANIFEST, ManifestCodec.encode("shop", Samples.ID, info, rows.size(), files));
    }

    /** Changes the manifest in the store. */
    static void changeManifest(Store store, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode manifest = Json.object(store.get(FOLDER + Layout.MANIFEST));
        change.accept(manifest);
        store.put(FOLDER + Layout.MANIFEST, Json.bytes(manifest));
    }
}
