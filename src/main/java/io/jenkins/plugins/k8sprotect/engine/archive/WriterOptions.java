package io.jenkins.plugins.k8sprotect.engine.archive;

/**
 * How a backup is written.
 *
 * @param segmentBytes most plain bytes in a segment
 * @param objectBytes most bytes of one object
 * @param compressionLevel level of zstd, 1 to 19
 */
public record WriterOptions(int segmentBytes, int objectBytes, int compressionLevel) {
    /** What an API server takes in one write (3 MiB, {@code MaxRequestBodyBytes}), and a margin. */
    static final int OBJECT_BYTES = 4 << 20;

    private static final WriterOptions DEFAULTS = new WriterOptions(16 << 20, OBJECT_BYTES, 3);

    public WriterOptions {
        if (segmentBytes < 4096 || objectBytes < 1024 || compressionLevel < 1 || compressionLevel > 19) {
            throw new BackupException(
                    BackupException.Code.INVALID,
                    "writer options: segmentBytes is at least 4096, objectBytes at least 1024, compressionLevel 1 to 19");
        }
    }

    /** Segments of 16 MiB, objects of at most 4 MiB, level 3. */
    public static WriterOptions defaults() {
        return DEFAULTS;
    }
}
