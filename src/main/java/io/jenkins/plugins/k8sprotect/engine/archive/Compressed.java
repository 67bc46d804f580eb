package io.jenkins.plugins.k8sprotect.engine.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** zstd with bounds: what is written never needs more than what is accepted, and what is accepted has limits. */
final class Compressed {
    /** 8 MiB: what RFC 8878 (3.1.1.1.2) asks every decoder to support; level 3 uses 2 MiB. */
    static final int WINDOW_LOG_MAX = 23;

    private static final int BUFFER = 128 << 10;

    private Compressed() {}

    /** A stream that compresses into {@code target}; frames carry a checksum of the plain bytes. */
    static OutputStream compressor(ByteArrayOutputStream target, int level) throws IOException {
        ZstdOutputStreamNoFinalizer zstd = new ZstdOutputStreamNoFinalizer(target, level);
        zstd.setChecksum(true);
        if (level > 9) {
            zstd.setWindowLog(WINDOW_LOG_MAX);
        }
        return new BufferedOutputStream(zstd, BUFFER);
    }

    static byte[] compress(byte[] plain, int level) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream out = compressor(target, level)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("zstd in memory failed: " + e.getMessage(), e);
        }
        return target.toByteArray();
    }

    /** A stream of the plain bytes that fails once there are more than {@code plainSize}, whatever is declared. */
    static Bounded decompressor(byte[] stored, long plainSize) throws IOException {
        ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(stored));
        zstd.setLongMax(WINDOW_LOG_MAX);
        return new Bounded(zstd, plainSize);
    }

    /** The plain bytes, which must be exactly {@code plainSize}. */
    static byte[] decompress(byte[] stored, long plainSize) throws IOException {
        try (Bounded in = decompressor(stored, plainSize)) {
            byte[] plain = in.readAllBytes();
            in.finish();
            return plain;
        }
    }

    /** The first {@code limit} bytes of a stream; more than that is an error. */
    static final class Bounded extends FilterInputStream {
        private final long limit;
        private long left;

        Bounded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        /** Reads to the end, which must be exactly at the limit. */
        void finish() throws IOException {
            byte[] scratch = new byte[8192];
            while (read(scratch, 0, scratch.length) >= 0) {
                continue;
            }
            if (left != 0) {
                throw new IOException("has " + (limit - left) + " plain bytes instead of " + limit);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new IOException("has more plain bytes than the " + limit + " that the manifest names");
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] scratch = new byte[(int) Math.min(count, 8192)];
            return Math.max(0, read(scratch, 0, scratch.length));
        }
    }
}
