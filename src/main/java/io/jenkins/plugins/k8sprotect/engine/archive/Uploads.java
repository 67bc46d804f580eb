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
 * backup of the same id and is neither overwritten nor removed. Not thread-safe.
 */
final class Uploads {
    private static final int IN_FLIGHT = 2;

    private final Store store;
    private final String folder;
    private final ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT, task -> {
        Thread thread = new Thread(task, "backup-upload");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Future<?>> inFlight = new ArrayDeque<>();
    private final List<String> ours = new ArrayList<>();
    private volatile RuntimeException failure;

    Uploads(Store store, String folder) {
        this.store = store;
        this.folder = folder;
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
                created = store.putIfAbsent(key, file.content());
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
        for (int i = keys.size() - 1; i >= 0; i--) {
            try {
                store.delete(keys.get(i));
            } catch (StoreException e) {
                // What is left is no listed backup; BackupCatalog.repair removes it later.
                return;
            }
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
