package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ControllerSlotsTest {
    private final AtomicInteger limit = new AtomicInteger(1);
    private final ControllerSlots slots = new ControllerSlots(limit::get);

    @Test
    void who_comes_first_is_served_first() throws Exception {
        List<Integer> served = new CopyOnWriteArrayList<>();
        assertThat(slots.take(new Stopper(), () -> {})).isTrue();
        CompletableFuture<?> second = waiting(2, served);
        CompletableFuture<?> third = waiting(3, served);

        slots.release();
        second.get(10, TimeUnit.SECONDS);
        slots.release();
        third.get(10, TimeUnit.SECONDS);

        assertThat(served).containsExactly(2, 3);
    }

    @Test
    void who_is_stopped_does_not_wait_on() throws Exception {
        slots.take(new Stopper(), () -> {});
        Stopper stopper = new Stopper();
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        CountDownLatch told = new CountDownLatch(1);
        start(() -> waiting.complete(slots.take(stopper, told::countDown)));
        told.await();

        stopper.stop(new InterruptedException());

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
        slots.release();
        assertThat(slots.take(new Stopper(), () -> {})).isTrue();
    }

    @Test
    void a_limit_that_is_raised_counts_for_those_who_wait() throws Exception {
        slots.take(new Stopper(), () -> {});
        CompletableFuture<?> second = waiting(2, new CopyOnWriteArrayList<>());

        limit.set(2);

        second.get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<?> waiting(int number, List<Integer> served) throws InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        CountDownLatch told = new CountDownLatch(1);
        start(() -> {
            boolean taken = slots.take(new Stopper(), told::countDown);
            served.add(number);
            done.complete(taken);
        });
        told.await();
        return done;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
