package io.jenkins.plugins.k8sprotect.engine.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A segment while it is being filled: a tar archive, compressed as it grows, so that only compressed bytes are held.
 * The same objects in the same order give the same bytes. Not thread-safe.
 */
final class SegmentBuilder {
    private static final int BLOCK = 512;
    private static final int TRAILER = 2 * BLOCK;

    private final ByteArrayOutputStream stored = new ByteArrayOutputStream(1 << 20);
    private final TarArchiveOutputStream tar;
    private int objects;

    SegmentBuilder(int level) {
        try {
            // Blocks of 512 bytes, not of 10 KiB: padding for tape drives would only be compressed away again.
            tar = new TarArchiveOutputStream(Compressed.compressor(stored, level), BLOCK, "UTF-8");
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** Whether an object of this size and path may be put in without growing past {@code limit} plain bytes. */
    boolean hasRoom(String path, int size, int limit) {
        return objects == 0 || tar.getBytesWritten() + entryBytes(path, size) + TRAILER <= limit;
    }

    void add(String path, byte[] json) {
        try {
            TarArchiveEntry entry = new TarArchiveEntry(path, true);
            entry.setSize(json.length);
            entry.setMode(0600);
            entry.setModTime(0L);
            entry.setIds(0, 0);
            entry.setNames("", "");
            tar.putArchiveEntry(entry);
            tar.write(json);
            tar.closeArchiveEntry();
            objects++;
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    int objects() {
        return objects;
    }

    /** Ends the archive. */
    SealedFile seal(String name) {
        try {
            tar.close();
        } catch (IOException e) {
            throw inMemory(e);
        }
        return SealedFile.of(name, stored.toByteArray(), tar.getBytesWritten());
    }

    /** Releases native memory without finishing. */
    void discard() {
        seal("discarded");
    }

    private static long entryBytes(String path, int size) {
        long padded = (size + BLOCK - 1L) / BLOCK * BLOCK;
        // A name beyond 100 bytes goes into an extended header: one block of header, up to three of name.
        return BLOCK + padded + (path.length() >= 100 ? BLOCK + (path.length() + 64L + BLOCK) / BLOCK * BLOCK : 0);
    }

    private static IllegalStateException inMemory(IOException e) {
        return new IllegalStateException("a segment cannot be built in memory: " + e.getMessage(), e);
    }
}
