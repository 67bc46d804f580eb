package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads one segment against the rows that the index has of it. Trusts neither. */
final class SegmentReader {
    /** What is done with what is found. */
    interface Handler {
        /** Whether the object is wanted; another one is passed over. */
        boolean wants(IndexRow row);

        void object(IndexRow row, byte[] json);

        /** Something is wrong; throws it, or remembers it and goes on. */
        void problem(BackupException problem);
    }

    private final String at;
    private final int maxObject;
    private final Map<String, IndexRow> rows;
    private final Handler handler;
    private final Set<String> seen = new HashSet<>();
    private int wanted;

    SegmentReader(String at, int maxObject, List<IndexRow> rows, Handler handler) {
        this.at = at;
        this.maxObject = maxObject;
        this.rows = new HashMap<>(rows.size() * 2);
        this.handler = handler;
        for (IndexRow row : rows) {
            this.rows.put(PathCodec.path(row), row);
            wanted += handler.wants(row) ? 1 : 0;
        }
    }

    /**
     * Reads until all that is wanted was found; to the very end if all is.
     *
     * @throws BackupException {@code MALFORMED} if it is no segment, whatever the handler does with other problems
     */
    void read(byte[] stored, long plainSize) {
        try (Compressed.Bounded plain = Compressed.decompressor(stored, plainSize);
                TarArchiveInputStream tar = new TarArchiveInputStream(plain, 512, 512, "UTF-8", false)) {
            boolean all = wanted == rows.size();
            int found = 0;
            while (all || found < wanted) {
                TarArchiveEntry entry = next(tar);
                if (entry == null) {
                    break;
                }
                found += entry(entry, tar) ? 1 : 0;
            }
            if (all) {
                plain.finish();
            }
        } catch (IOException e) {
            throw new BackupException(Code.MALFORMED, at + ": " + e.getMessage(), e);
        }
        tellMissing();
    }

    /** The parser answers some headers with unchecked exceptions; those of a visitor must stay its own. */
    private static TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        try {
            return tar.getNextEntry();
        } catch (RuntimeException e) {
            throw new IOException("has a header that is none: " + e.getMessage(), e);
        }
    }

    private boolean entry(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        String path = entry.getName();
        IndexRow row = rows.get(path);
        if (entry.getLinkFlag() != TarConstants.LF_NORMAL || entry.isSparse()) {
            problem(Code.MALFORMED, path, "is no plain file, which no backup holds");
        } else if (row == null) {
            problem(Code.MALFORMED, path, isUnsafe(path) ? "is an unsafe path" : "is not in the index");
        } else if (!seen.add(path)) {
            problem(Code.MALFORMED, path, "is there twice");
        } else if (entry.getSize() != row.size() || row.size() > maxObject) {
            problem(
                    Code.MALFORMED,
                    path,
                    "has " + entry.getSize() + " bytes, the index says " + row.size() + ", and at most " + maxObject
                            + " are accepted");
        } else if (handler.wants(row)) {
            hand(row, path, tar.readNBytes(row.size()));
            return true;
        }
        return false;
    }

    private void hand(IndexRow row, String path, byte[] json) throws IOException {
        if (json.length != row.size()) {
            throw new IOException("ends within " + path);
        }
        if (!Sha256.of(json).equals(row.sha256())) {
            problem(Code.CHECKSUM, path, "its bytes are not those that the index names (SHA-256 differs)");
            return;
        }
        handler.object(row, json);
    }

    private void tellMissing() {
        rows.forEach((path, row) -> {
            if (handler.wants(row) && !seen.contains(path)) {
                problem(Code.TRUNCATED, path, "is in the index, not in the segment");
            }
        });
    }

    private void problem(Code code, String path, String what) {
        String shown = path.replaceAll("[^\\x20-\\x7e]", "?");
        shown = shown.length() > 400 ? shown.substring(0, 400) + "…" : shown;
        handler.problem(new BackupException(code, at + ": " + shown + ": " + what));
    }

    private static boolean isUnsafe(String path) {
        return path.startsWith("/") || path.contains("\\") || ("/" + path + "/").contains("/../");
    }
}
