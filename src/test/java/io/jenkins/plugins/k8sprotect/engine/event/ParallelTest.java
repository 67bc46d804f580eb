package io.jenkins.plugins.k8sprotect.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ParallelTest {
    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void noInterruptIsLeftBehind() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 500})
    void everythingIsDoneOnceWhateverTheWidth(int width) {
        List<Integer> items = IntStream.range(0, 100).boxed().toList();

        Parallel.run(items, width, "test", done::add);

        assertThat(done).containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    void nothingToDoIsDone() {
        Parallel.run(List.<Integer>of(), 4, "test", done::add);

        assertThat(done).isEmpty();
    }

    @Test
    void asManyAsTheWidthRunAtATimeAndNoMore() {
        CyclicBarrier three = new CyclicBarrier(3);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        Parallel.run(IntStream.range(0, 9).boxed().toList(), 3, "test", i -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            await(three);
            running.decrementAndGet();
        });

        assertThat(most).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void afterAFailureNothingMoreIsBegunAndTheFirstFailureIsThrown(int width) {
        CountDownLatch failed = new CountDownLatch(1);

        assertThatThrownBy(() -> Parallel.run(IntStream.range(0, 1000).boxed().toList(), width, "test", i -> {
                    done.add(i);
                    if (i == 0) {
                        failed.countDown();
                        throw new IllegalStateException("first");
                    }
                    await(failed);
                    throw new IllegalStateException("later");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(done).hasSizeLessThanOrEqualTo(width);
    }

    @Test
    void aWorkerThatDiesIsAFailureToo() {
        assertThatThrownBy(() -> Parallel.run(List.of(1, 2), 2, "test", i -> {
                    throw new AssertionError("died");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void anInterruptReachesTheWorkIsWaitedForAndIsKept() {
        Thread caller = Thread.currentThread();
        AtomicInteger interrupted = new AtomicInteger();

        assertThatThrownBy(() -> Parallel.run(List.of(1, 2), 2, "test", i -> {
                    caller.interrupt();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                        throw new CancellationException("worker stopped");
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(interrupted.get()).isPositive();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
