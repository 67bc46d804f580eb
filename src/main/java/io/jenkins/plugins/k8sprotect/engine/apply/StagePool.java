package io.jenkins.plugins.k8sprotect.engine.apply;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that carry out the steps of a stage. Takes a bounded number of tasks ahead, so that memory is bounded too.
 * Used by one submitting thread.
 */
final class StagePool implements AutoCloseable {
    private final int ahead;
    private final ExecutorService executor;
    private int pending;
    private int wakeAt = -1;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    StagePool(int threads) {
        this.ahead = threads * 2;
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "k8s-protect-apply-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Hands a task over; waits while too many are ahead.
     *
     * @throws RuntimeException the failure of an earlier task: nothing more is begun then
     */
    void submit(Runnable task) {
        throwFailure();
        begin();
        executor.execute(() -> {
            try {
                if (failure.get() == null) {
                    task.run();
                }
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } catch (Error e) {
                failure.compareAndSet(null, new IllegalStateException("a worker died", e));
            } finally {
                end();
            }
        });
    }

    /** Waits until everything that was handed over has ended. */
    void awaitIdle() {
        synchronized (this) {
            awaitAtMost(0);
        }
        throwFailure();
    }

    /** When all places are taken, waits until half of them are free: waking for each costs as much as the work. */
    private synchronized void begin() {
        if (pending == ahead) {
            awaitAtMost(ahead / 2);
        }
        pending++;
    }

    private synchronized void end() {
        pending--;
        if (pending == wakeAt) {
            notifyAll();
        }
    }

    private void awaitAtMost(int count) {
        wakeAt = count;
        try {
            while (pending > count) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            wakeAt = -1;
        }
    }

    private void throwFailure() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /**
     * Ends when the tasks under way have ended. An interrupt wakes those that wait for a next try; a write that is under
     * way reads its answer all the same.
     */
    @Override
    public void close() {
        executor.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (executor.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
                executor.shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
