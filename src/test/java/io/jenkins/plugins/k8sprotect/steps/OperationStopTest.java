package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping: the step never ends before its work has, and ends once, with the cause. */
@Timeout(30)
class OperationStopTest {
    private static final Throwable CAUSE = new InterruptedException("stopped by somebody");

    @TempDir
    private Path workspace;

    private final StepRunner build = new StepRunner(1);
    private final CountDownLatch running = new CountDownLatch(1);
    private final AtomicBoolean atSafePoint = new AtomicBoolean();

    @AfterEach
    void close() {
        build.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_ends_when_the_work_has_stopped_at_a_safe_point(boolean onAgent) throws Exception {
        OperationExecution execution = startUntilStopped(onAgent);

        execution.stop(CAUSE);

        assertThat(build.context.failure()).isSameAs(CAUSE);
        assertThat(atSafePoint).isTrue();
        assertThat(build.context.ends()).isEqualTo(1);
        assertThat(build.log.text())
                .contains("stopping at the next safe point: the build was stopped", "No backup was made");
        assertThat(build.recorded).singleElement().asString().startsWith("7 ABORTED");
    }

    @Test
    void asking_twice_is_asking_once() throws Exception {
        OperationExecution execution = startUntilStopped(true);

        execution.stop(CAUSE);
        execution.stop(new InterruptedException("again"));

        assertThat(build.context.failure()).isSameAs(CAUSE);
        assertThat(build.context.ends()).isEqualTo(1);
    }

    @Test
    void before_its_turn_nothing_is_begun() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ScriptedWork.script("long", (id, events, cancel) -> {
            running.countDown();
            go.await();
            return Answer.done(ScriptedWork.result(id, Outcome.SUCCEEDED));
        });
        AtomicBoolean began = new AtomicBoolean();
        ScriptedWork.script("never", (id, events, cancel) -> {
            began.set(true);
            return Answer.done(ScriptedWork.result(id, Outcome.SUCCEEDED));
        });
        build.start(arguments("long"));
        running.await();
        FakeStepContext other = build.otherContext();
        OperationExecution waiting = new OperationExecution(other, arguments("never"));
        waiting.start();
        waiting.stop(CAUSE);

        assertThat(other.failure()).isSameAs(CAUSE);
        assertThat(began).isFalse();
        go.countDown();
        build.context.result();
    }

    @Test
    void after_its_end_it_changes_nothing() throws Exception {
        ScriptedWork.script("ends", (id, events, cancel) -> Answer.done(ScriptedWork.result(id, Outcome.SUCCEEDED)));
        OperationExecution execution = build.start(arguments("ends"));
        build.context.result();

        execution.stop(CAUSE);

        assertThat(build.context.ends()).isEqualTo(1);
    }

    @Test
    void work_that_ended_well_in_spite_of_it_is_told_and_the_step_still_ends_with_the_cause() throws Exception {
        ScriptedWork.script("finishes", (id, events, cancel) -> {
            running.countDown();
            while (!cancel.isCancelled()) {
                Thread.sleep(5);
            }
            return Answer.done(ScriptedWork.result(id, Outcome.SUCCEEDED));
        });
        OperationExecution execution = build.start(arguments("finishes"));
        running.await();

        execution.stop(CAUSE);

        assertThat(build.context.failure()).isSameAs(CAUSE);
        assertThat(build.recorded).singleElement().asString().startsWith("7 SUCCEEDED");
    }

    @Test
    void between_a_restart_and_going_on_it_ends_at_once_and_does_not_go_on() throws Exception {
        OperationExecution restarted = Copies.of(startUntilStopped(true));

        restarted.stop(CAUSE);
        restarted.onResume();

        assertThat(build.context.failure()).isSameAs(CAUSE);
        assertThat(restarted.getStatus()).isEqualTo("waiting to go on");
    }

    @Test
    void the_status_says_where_it_is_and_what_it_does() throws Exception {
        OperationExecution execution = startUntilStopped(true);

        assertThat(execution.getStatus()).startsWith("on agent linux-1: ");
        execution.stop(CAUSE);
        assertThat(execution.getStatus()).startsWith("stopping, on agent linux-1: ");
        build.context.failure();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void when_its_time_is_over_it_has_failed(boolean onAgent) throws Exception {
        untilStopped();
        if (onAgent) {
            build.onAgent(new FakeChannel(), workspace);
        }
        OperationExecution execution = build.start(new ScriptedArguments("until stopped", 240, "error", ""));
        running.await();

        execution.expire();

        assertThat(build.context.failure()).hasMessageContaining("not done when its time was over");
        assertThat(build.recorded).singleElement().asString().startsWith("7 FAILED");
    }

    private OperationExecution startUntilStopped(boolean onAgent) throws InterruptedException {
        untilStopped();
        if (onAgent) {
            build.onAgent(new FakeChannel(), workspace);
        }
        OperationExecution execution = build.start(arguments("until stopped"));
        running.await();
        return execution;
    }

    private void untilStopped() {
        ScriptedWork.script("until stopped", (id, events, cancel) -> {
            events.info("working");
            running.countDown();
            Answer answer = ScriptedWork.untilStopped(id, cancel);
            Thread.sleep(50);
            assertThat(build.context.hasEnded()).isFalse();
            atSafePoint.set(true);
            return answer;
        });
    }

    private static ScriptedArguments arguments(String script) {
        return new ScriptedArguments(script, 240, "error", "");
    }
}
