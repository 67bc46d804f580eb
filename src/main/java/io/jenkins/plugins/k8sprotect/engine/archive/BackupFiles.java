package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fetches the files of one backup and hands out only what has the size and hash that the manifest names. Keeps the
 * segments read last, up to a number of bytes. Thread-safe.
 */
final class BackupFiles {
    private final Store store;
    private final String folder;
    private final long cacheBytes;
    private final Map<String, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true);
    private long cached;

    BackupFiles(Store store, String folder, long cacheBytes) {
        this.store = store;
        this.folder = folder;
        this.cacheBytes = cacheBytes;
    }

    /** Where a file is, for messages. */
    String at(String name) {
        return store.description() + ": " + folder + name;
    }

    /**
     * The stored bytes of a file.
     *
     * @throws BackupException {@code TRUNCATED} or {@code CHECKSUM} if they are not what was written; {@code MALFORMED}
     *     if the manifest names more bytes than {@code maxPlain} allows
     */
    byte[] fetch(StoredFile file, long maxPlain) {
        // What does not compress grows by less than a hundredth (ZSTD_compressBound).
        if (file.plainSize() > maxPlain || file.size() > maxPlain + maxPlain / 100 + 1024) {
            throw new BackupException(
                    Code.MALFORMED,
                    at(file.name()) + ": the manifest names " + file.size() + " bytes, " + file.plainSize()
                            + " when unpacked; at most " + maxPlain + " are accepted");
        }
        byte[] kept = kept(file.name());
        if (kept != null) {
            return kept;
        }
        byte[] content = verified(file);
        if (Layout.isSegment(file.name())) {
            keep(file.name(), content);
        }
        return content;
    }

    private byte[] verified(StoredFile file) {
        byte[] content;
        try {
            content = store.get(folder + file.name(), file.size());
        } catch (StoreException e) {
            throw switch (e.code()) {
                case NOT_FOUND -> new BackupException(Code.TRUNCATED, at(file.name()) + ": the file is missing", e);
                case INVALID -> new BackupException(Code.CHECKSUM, e.getMessage(), e);
                default -> e;
            };
        }
        if (content.length < file.size()) {
            throw new BackupException(
                    Code.TRUNCATED, at(file.name()) + ": has " + content.length + " bytes instead of " + file.size());
        }
        if (!Sha256.of(content).equals(file.sha256())) {
            throw new BackupException(
                    Code.CHECKSUM,
                    at(file.name()) + ": its bytes are not those that were written (SHA-256 differs);"
                            + " use another backup, or bring this file back from a copy");
        }
        return content;
    }

    private synchronized byte[] kept(String name) {
        return cache.get(name);
    }

    private synchronized void keep(String name, byte[] content) {
        if (content.length > cacheBytes || cache.put(name, content) != null) {
            return;
        }
        cached += content.length;
        var eldest = cache.entrySet().iterator();
        while (cached > cacheBytes) {
            cached -= eldest.next().getValue().length;
            eldest.remove();
        }
    }
}
