package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Going on: after a restart of the controller, and when a lost agent is back. */
@Timeout(30)
class OperationResumeTest {
    private static final String DEFINITION = """
            apiVersion: protect.k8s.jenkins.io/v1
            kind: Application
            metadata:
              name: shop
            spec:
              namespaces: [shop]
            """;

    @TempDir
    private Path workspace;

    private final StepRunner build = new StepRunner(1);
    private final FakeChannel channel = new FakeChannel();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final Semaphore began = new Semaphore(0);
    private volatile boolean finish;

    @BeforeEach
    void work() {
        build.onAgent(channel, workspace);
        ScriptedWork.script("work", (id, events, cancel) -> {
            ids.add(id);
            began.release();
            return finish
                    ? Answer.done(ScriptedWork.result(id, Outcome.SUCCEEDED))
                    : ScriptedWork.untilStopped(id, cancel);
        });
    }

    @AfterEach
    void close() {
        build.close();
    }

    @Test
    void a_lost_agent_is_waited_for_and_the_same_backup_goes_on() throws Exception {
        build.start(arguments());
        began.acquire();

        finish = true;
        build.context.away("Unable to create live FilePath for linux-1");
        channel.disconnect();
        Thread.sleep(100);
        assertThat(build.context.hasEnded()).isFalse();
        build.onAgent(new FakeChannel(), workspace);
        build.context.away(null);

        assertThat(((ProtectionResult) build.context.result()).getOutcome()).isEqualTo("succeeded");
        assertThat(ids).hasSize(2).containsOnly("20261122T120000Z-000001");
        assertThat(build.log.text())
                .contains("the connection to agent linux-1 was lost; waiting for it", "goes on, attempt 2");
    }

    @Test
    void while_its_agent_is_away_it_can_be_stopped() throws Exception {
        OperationExecution execution = build.start(arguments());
        began.acquire();
        build.context.away("gone");
        channel.disconnect();

        InterruptedException cause = new InterruptedException("stopped");
        execution.stop(cause);

        assertThat(build.context.failure()).isSameAs(cause);
    }

    @Test
    void while_its_agent_is_away_its_time_passes() throws Exception {
        OperationExecution execution = build.start(arguments());
        began.acquire();
        build.context.away("gone");
        channel.disconnect();

        execution.expire();

        assertThat(build.context.failure()).hasMessageContaining("its time was over");
    }

    @Test
    void a_node_that_is_not_there_yet_is_not_the_controller() throws Exception {
        OperationExecution execution = build.start(arguments());
        began.acquire();
        channel.disconnect();
        build.context.without(hudson.FilePath.class);
        OperationExecution restarted = Copies.of(execution);

        restarted.onResume();

        Thread.sleep(100);
        assertThat(ids).hasSize(1);
        restarted.stop(new InterruptedException());
        build.context.failure();
    }

    @Test
    void what_may_have_run_is_not_run_again_by_itself() throws Exception {
        build.start(arguments().notRepeatable());
        began.acquire();

        channel.disconnect();

        assertThat(build.context.failure())
                .hasMessageContaining("it may have run")
                .hasMessageContaining("Pipeline");
        assertThat(ids).hasSize(1);
    }

    @Test
    void what_is_persisted_goes_on_in_another_process_and_holds_no_secret() throws Exception {
        Files.writeString(workspace.resolve("shop.yaml"), DEFINITION);
        OperationExecution execution = build.start(arguments().about(AppSource.definition("shop.yaml")));
        began.acquire();
        byte[] program = Copies.bytes(execution);

        assertThat(new String(program, StandardCharsets.ISO_8859_1))
                .contains("20261122T120000Z-000001")
                .doesNotContain(FakeCluster.TOKEN, FakeStorage.KEY)
                .doesNotContain("fabric8", "awssdk", "tools.jackson", ".engine.");
        channel.disconnect();
        finish = true;
        Files.delete(workspace.resolve("shop.yaml"));
        build.onAgent(new FakeChannel(), workspace);

        OperationExecution restarted = Copies.of(execution);
        restarted.onResume();

        assertThat(((ProtectionResult) build.context.result()).getId()).isEqualTo("20261122T120000Z-000001");
    }

    @Test
    void that_it_begins_is_persisted_before_it_does() throws Exception {
        OperationExecution execution =
                new OperationExecution(build.context, new ScriptedArguments("after saving", 240, "error", ""));
        List<Boolean> saved = new CopyOnWriteArrayList<>();
        build.context.onSave(() -> saved.add(execution.checkpoint().hasBegun()));
        ScriptedWork.script("after saving", (id, events, cancel) -> {
            assertThat(saved).last().isEqualTo(true);
            return Answer.done(ScriptedWork.result(id, Outcome.SUCCEEDED));
        });

        execution.start();

        assertThat(((ProtectionResult) build.context.result()).getOutcome()).isEqualTo("succeeded");
        assertThat(saved).first().isEqualTo(false);
    }

    @Test
    void what_a_process_that_died_left_on_the_disk_is_removed_by_the_next() throws Exception {
        OperationExecution execution = build.start(arguments());
        began.acquire();
        OperationExecution restarted = Copies.of(execution);
        channel.disconnect();
        execution.stop(new InterruptedException());
        build.context.failure();
        assertThat(restarted.checkpoint().folder()).isNotEmpty();
        // Not the one of the attempt above, whose agent is still alive and may write there.
        Path leftOver = Files.createDirectories(workspace.resolve("k8s-protect123"));
        Files.writeString(leftOver.resolve("resources-001.tar.zst"), "a whole backup");
        restarted.save(restarted.checkpoint().using(leftOver.toString()), new Stopper());

        finish = true;
        build.onAgent(new FakeChannel(), workspace);
        restarted.onResume();

        began.acquire();
        assertThat(leftOver).doesNotExist();
    }

    @Test
    void a_build_that_was_killed_takes_its_operation_with_it() throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        build.context.with(FlowExecution.class, new FlowExecution() {
            @Override
            public boolean isComplete() {
                return killed.get();
            }
        });
        build.start(arguments());
        began.acquire();

        killed.set(true);

        assertThat(build.context.failure()).hasMessageContaining("the build has ended");
        assertThat(build.log.text()).contains("stopping at the next safe point");
    }

    private static ScriptedArguments arguments() {
        return new ScriptedArguments("work", 240, "error", "");
    }
}
