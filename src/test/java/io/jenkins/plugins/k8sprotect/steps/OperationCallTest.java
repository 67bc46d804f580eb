package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OperationCallTest {
    private final CountDownLatch running = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void an_interrupt_asks_the_work_to_stop_and_waits_for_it() throws Exception {
        AtomicReference<Answer> answer = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            answer.set(call("interrupted").call());
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        caller.start();
        running.await();

        caller.interrupt();
        caller.join();

        assertThat(ended).isTrue();
        assertThat(answer.get().result().outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void a_request_that_comes_before_its_operation_waits_for_it() {
        new StopCall("early", "the build was stopped", false).call();

        assertThat(call("early").call().result().outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void the_first_request_says_why() {
        new StopCall("late", "its time is over", true).call();
        new StopCall("late", "the build was stopped", false).call();

        assertThat(call("late").call().result().outcome()).isEqualTo(Outcome.FAILED);
    }

    private OperationCall call(String attempt) {
        ScriptedWork.script("stops", (id, events, cancel) -> {
            running.countDown();
            Answer answer = ScriptedWork.untilStopped(id, cancel);
            ended.set(true);
            return answer;
        });
        return new OperationCall(
                attempt, new ScriptedWork("stops", "", null, null), OutputStream.nullOutputStream(), null);
    }
}
