package io.jenkins.plugins.k8sprotect.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StagePoolTest {
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void idleIsWhenEverythingThatWasHandedOverHasEnded() {
        try (StagePool pool = new StagePool(3)) {
            for (int i = 0; i < 100; i++) {
                pool.submit(done::incrementAndGet);
            }
            pool.awaitIdle();
            assertThat(done).hasValue(100);
            pool.submit(done::incrementAndGet);
            pool.awaitIdle();
        }
        assertThat(done).hasValue(101);
    }

    @Test
    void noMoreThanTwiceTheThreadsAreTakenAhead() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        AtomicInteger handedOver = new AtomicInteger();
        try (StagePool pool = new StagePool(2)) {
            Thread submitter = new Thread(() -> {
                for (int i = 0; i < 6; i++) {
                    pool.submit(() -> await(hold));
                    handedOver.incrementAndGet();
                }
            });
            submitter.start();
            while (submitter.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(handedOver).hasValue(4);
            hold.countDown();
            submitter.join();
        }
        assertThat(handedOver).hasValue(6);
    }

    @Test
    void afterAFailureNothingMoreIsBegun() {
        try (StagePool pool = new StagePool(1)) {
            pool.submit(() -> {
                throw new IllegalStateException("first");
            });
            assertThatThrownBy(pool::awaitIdle).hasMessage("first");
            assertThatThrownBy(() -> pool.submit(done::incrementAndGet)).hasMessage("first");
        }
        assertThat(done).hasValue(0);
    }

    @Test
    void aWorkerThatDiesIsAFailureToo() {
        try (StagePool pool = new StagePool(1)) {
            pool.submit(() -> {
                throw new AssertionError("died");
            });
            assertThatThrownBy(pool::awaitIdle).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingWaitsForWhatIsUnderWay() {
        CountDownLatch begun = new CountDownLatch(1);
        try (StagePool pool = new StagePool(1)) {
            pool.submit(() -> {
                begun.countDown();
                Thread.yield();
                done.incrementAndGet();
            });
            await(begun);
        }
        assertThat(done).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
