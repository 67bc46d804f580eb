package io.jenkins.plugins.k8sprotect.engine.event;

import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Does the same to many things, some at a time. */
public final class Parallel {
    private Parallel() {}

    /**
     * Runs {@code work} for each item on at most {@code width} threads, and returns when all have ended. After a failure
     * no further item is begun.
     *
     * @throws RuntimeException the first failure
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; running work is
     *     interrupted too, and waited for
     */
    public static <T> void run(Collection<T> items, int width, String name, Consumer<T> work) {
        int threads = Math.min(width, items.size());
        if (threads <= 1) {
            items.forEach(work);
            return;
        }
        Iterator<T> iterator = items.iterator();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(threads);
        AtomicInteger number = new AtomicInteger();
        Thread[] workers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Thread(() -> drain(iterator, work, failure, ended), name + "-" + number.incrementAndGet());
            workers[i].setDaemon(true);
            workers[i].start();
        }
        await(ended, workers);
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static <T> void drain(
            Iterator<T> iterator, Consumer<T> work, AtomicReference<RuntimeException> failure, CountDownLatch ended) {
        try {
            while (failure.get() == null) {
                T item;
                synchronized (iterator) {
                    if (!iterator.hasNext()) {
                        return;
                    }
                    item = iterator.next();
                }
                work.accept(item);
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } catch (Error e) {
            failure.compareAndSet(null, new IllegalStateException("a worker died", e));
        } finally {
            ended.countDown();
        }
    }

    private static void await(CountDownLatch ended, Thread[] workers) {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                for (Thread worker : workers) {
                    worker.interrupt();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }
}
