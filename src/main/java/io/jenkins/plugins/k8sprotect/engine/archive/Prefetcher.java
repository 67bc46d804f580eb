package io.jenkins.plugins.k8sprotect.engine.archive;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Goes through segments in order and fetches the next one while one is being worked on. */
final class Prefetcher {
    interface Work {
        void segment(int number, byte[] stored);
    }

    private final BackupFiles files;
    private final List<StoredFile> segments;
    private final long maxPlain;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "backup-prefetch");
        made.setDaemon(true);
        return made;
    });

    Prefetcher(BackupFiles files, List<StoredFile> segments, long maxPlain) {
        this.files = files;
        this.segments = segments;
        this.maxPlain = maxPlain;
    }

    void each(BitSet numbers, Work work) {
        int number = numbers.nextSetBit(0);
        Future<byte[]> ahead = fetch(number);
        try {
            while (number >= 0) {
                byte[] stored = await(ahead);
                int next = numbers.nextSetBit(number + 1);
                ahead = fetch(next);
                work.segment(number, stored);
                number = next;
            }
        } finally {
            if (ahead != null) {
                ahead.cancel(false);
            }
        }
    }

    private Future<byte[]> fetch(int number) {
        return number < 0 ? null : thread.submit(() -> files.fetch(segments.get(number), maxPlain));
    }

    private static byte[] await(Future<byte[]> ahead) {
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a segment was fetched");
        }
    }

    void close() {
        thread.shutdown();
    }
}
