package io.jenkins.plugins.k8sprotect.engine.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does work on things in the order in which they are given, on one other thread, batch after batch: while a batch is worked
 * on, the next is gathered. Given to by one thread.
 */
public final class Batches<T> implements AutoCloseable {
    private final int limit;
    private final Consumer<T> work;
    private final ExecutorService worker;
    private List<T> gathered = new ArrayList<>();
    private int weight;
    private Future<?> underWay;

    /** @param limit weight at which a batch is handed over; two batches are in memory at most */
    public Batches(int limit, String name, Consumer<T> work) {
        this.limit = limit;
        this.work = work;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Gives one thing.
     *
     * @param itsWeight in the unit of the limit, such as bytes
     * @throws RuntimeException the failure of an earlier batch; nothing after it is worked on
     */
    public void add(T item, int itsWeight) {
        gathered.add(item);
        weight += itsWeight;
        if (weight >= limit) {
            handOver();
        }
    }

    /** Waits until everything that was given is done. */
    public void finish() {
        handOver();
        await();
    }

    private void handOver() {
        await();
        List<T> batch = gathered;
        gathered = new ArrayList<>();
        weight = 0;
        underWay = worker.submit(() -> batch.forEach(work));
    }

    private void await() {
        if (underWay == null) {
            return;
        }
        try {
            underWay.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("a worker died", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
