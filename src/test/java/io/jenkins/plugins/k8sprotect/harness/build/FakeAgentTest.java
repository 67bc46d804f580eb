package io.jenkins.plugins.k8sprotect.harness.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.remoting.ChannelClosedException;
import hudson.remoting.Future;
import hudson.remoting.ProxyException;
import hudson.remoting.RequestAbortedException;
import java.io.Serializable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;
import org.jenkinsci.remoting.RoleChecker;
import org.junit.jupiter.api.Test;

/** What remoting does, by its source (Request.callAsync), and by what was seen in a Jenkins. */
class FakeAgentTest {
    private static volatile CountDownLatch begun = new CountDownLatch(1);
    private static volatile CountDownLatch cleaned = new CountDownLatch(1);

    private final FakeAgent agent = new FakeAgent("agent");

    @Test
    void what_is_sent_and_what_comes_back_are_copies() throws Exception {
        Text text = new Text("sent");

        Text back = agent.call(new Doing<>(() -> text));

        assertThat(back.value).isEqualTo("sent");
        assertThat(back).isNotSameAs(text);
    }

    @Test
    void what_cannot_be_serialized_is_not_sent() {
        Object plain = new Object();

        assertThatThrownBy(() -> agent.call(new Doing<>(plain::toString)))
                .isInstanceOf(java.io.NotSerializableException.class);
    }

    @Test
    void a_plugins_exception_arrives_as_its_text_and_one_of_the_jdk_as_it_is() {
        assertThatThrownBy(() -> agent.call(new Doing<>(() -> {
                    throw new OfThisPlugin("it broke");
                })))
                .isInstanceOf(ProxyException.class)
                .hasMessageContaining("OfThisPlugin: it broke");
        assertThatThrownBy(() -> agent.call(new Doing<>(() -> {
                    throw new IllegalStateException("it broke");
                })))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_waits_for_a_cancelled_call_is_answered_when_its_code_has_ended() throws Exception {
        begin();
        Future<String> future = agent.callAsync(new Doing<>(FakeAgentTest::untilInterrupted));
        Thread waiting = new Thread(() -> {
            try {
                future.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
        waiting.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(future.cancel(true)).isTrue();
        waiting.join(10_000);

        assertThat(waiting.isAlive()).isFalse();
        assertThat(cleaned.getCount()).isZero();
        assertThat(future.get()).isEqualTo("cleaned up");
    }

    @Test
    void who_asks_after_a_cancel_is_told_so_at_once() throws Exception {
        Future<String> future = agent.callAsync(new Doing<>(FakeAgentTest::forever));
        future.cancel(false);

        assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
        agent.kill();
    }

    @Test
    void a_killed_agent_is_told_at_once_its_code_is_interrupted_and_it_can_come_back() throws Exception {
        begin();
        Future<String> future = agent.callAsync(new Doing<>(FakeAgentTest::untilInterrupted));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        agent.kill();

        assertThatThrownBy(future::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RequestAbortedException.class);
        assertThat(cleaned.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> agent.call(new Doing<>(() -> "again"))).isInstanceOf(ChannelClosedException.class);
        agent.comeBack();
        assertThat(agent.call(new Doing<>(() -> "again"))).isEqualTo("again");
    }

    private static void begin() {
        begun = new CountDownLatch(1);
        cleaned = new CountDownLatch(1);
    }

    private static String untilInterrupted() {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            cleaned.countDown();
        }
        return "cleaned up";
    }

    private static String forever() throws InterruptedException {
        new CountDownLatch(1).await();
        return "";
    }

    private record Text(String value) implements Serializable {}

    private static final class OfThisPlugin extends Exception {
        private static final long serialVersionUID = 1;

        OfThisPlugin(String message) {
            super(message);
        }
    }

    private interface Work<V> extends Serializable {
        V run() throws Exception;
    }

    private static final class Doing<V> extends MasterToSlaveCallable<V, Exception> {
        private static final long serialVersionUID = 1;
        private final Work<V> work;

        Doing(Work<V> work) {
            this.work = work;
        }

        @Override
        public V call() throws Exception {
            return work.run();
        }

        @Override
        public void checkRoles(RoleChecker checker) {}
    }
}
