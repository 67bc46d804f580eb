package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.util.Objects;

/**
 * How a backup is read.
 *
 * @param cacheBytes stored bytes of segments to keep, so that several passes do not fetch them again
 * @param segmentBytes most plain bytes of a segment that are accepted
 * @param objectBytes most bytes of one object that are accepted
 * @param cancel looked at between objects
 */
public record ReaderOptions(long cacheBytes, long segmentBytes, int objectBytes, CancelToken cancel) {
    public ReaderOptions {
        Objects.requireNonNull(cancel, "cancel");
    }

    /** A cache of 32 MiB, segments of up to 64 MiB, objects of up to 4 MiB, and nobody who cancels. */
    public static ReaderOptions defaults() {
        return new ReaderOptions(32L << 20, 64L << 20, WriterOptions.OBJECT_BYTES, new CancelToken());
    }

    public ReaderOptions with(CancelToken token) {
        return new ReaderOptions(cacheBytes, segmentBytes, objectBytes, token);
    }
}
