package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Stores the files of one backup, two at a time in the background. A file that is there already belongs to another
 * backup of the same id and is neither overwritten nor removed, unless this {@link Attempt} owns the id. Not thread-safe.
 */
final class Uploads {
    private static final int IN_FLIGHT = 2;

    private final Store store;
    private final String folder;
    private final Attempt attempt;
    private final ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT, task -> {
        Thread thread = new Thread(task, "backup-upload");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Future<?>> inFlight = new ArrayDeque<>();
    private final List<String> ours = new ArrayList<>();
    private volatile RuntimeException failure;

    /** @param attempt whose files these are, or null if the id is nobody else's */
    Uploads(Store store, String folder, Attempt attempt) {
        this.store = store;
        this.folder = folder;
        this.attempt = attempt;
    }

    /** Begins to store a file; waits while two others are under way. */
    void begin(SealedFile file) {
        failIfFailed();
        while (inFlight.size() >= IN_FLIGHT) {
            await(inFlight.removeFirst());
            failIfFailed();
        }
        inFlight.addLast(threads.submit(() -> create(file)));
    }

    /** Stores a file and waits for it. */
    void create(SealedFile file) {
        String key = folder + file.file().name();
        try {
            boolean created;
            try {
                created = put(key, file.content());
            } catch (StoreException e) {
                // Whether it was stored is not known; if it was, it is ours.
                remember(key);
                throw e;
            }
            if (!created) {
                throw new BackupException(
                        BackupException.Code.EXISTS,
                        store.description() + ": " + key + " exists already; a backup is never changed, make a new one"
                                + " under a new id");
            }
            remember(key);
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    private boolean put(String key, byte[] content) {
        if (attempt == null) {
            return store.putIfAbsent(key, content);
        }
        attempt.check();
        if (store.putIfAbsent(key, content)) {
            return true;
        }
        if (key.endsWith("/" + Layout.MANIFEST)) {
            return false;
        }
        attempt.replace(key, content);
        return true;
    }

    private void remember(String key) {
        synchronized (ours) {
            ours.add(key);
        }
    }

    /** Waits for all files. */
    void finish() {
        while (!inFlight.isEmpty()) {
            await(inFlight.removeFirst());
        }
        failIfFailed();
    }

    /** Ends the threads; what is under way is waited for, so that nothing is stored after this. */
    void close() {
        while (!inFlight.isEmpty()) {
            await(inFlight.removeFirst());
        }
        threads.shutdown();
    }

    /** Right before the manifest: nothing but these files may be there. */
    void settle(List<StoredFile> files) {
        if (attempt != null) {
            attempt.settle(files);
        }
    }

    /** Right after the manifest. */
    void committed() {
        if (attempt != null) {
            attempt.end();
        }
    }

    /** Stores the marker, last of all. */
    void mark(String key) {
        remember(key);
        store.put(key, new byte[0]);
    }

    /**
     * Removes what was stored, the last first: marker, manifest, then what it names. Stops at the first file that the
     * store does not remove, since nothing may be missing of what is still named.
     */
    void undo() {
        List<String> keys;
        synchronized (ours) {
            keys = new ArrayList<>(ours);
        }
        try {
            for (int i = keys.size() - 1; i >= 0; i--) {
                if (attempt != null && !attempt.isCurrent()) {
                    return;
                }
                store.delete(keys.get(i));
            }
            committed();
        } catch (StoreException e) {
            // What is left is no listed backup; BackupCatalog.repair removes it later.
            return;
        }
    }

    void failIfFailed() {
        RuntimeException first = failure;
        if (first != null) {
            throw first;
        }
    }

    private void await(Future<?> upload) {
        boolean interrupted = false;
        while (true) {
            try {
                upload.get();
            } catch (ExecutionException e) {
                // Kept in failure by the upload itself.
            } catch (InterruptedException e) {
                interrupted = true;
                continue;
            }
            break;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
