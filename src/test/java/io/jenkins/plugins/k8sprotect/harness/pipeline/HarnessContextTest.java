package io.jenkins.plugins.k8sprotect.harness.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.binding.Descriptors;
import io.jenkins.plugins.k8sprotect.harness.build.JobOnDisk;
import io.jenkins.plugins.k8sprotect.harness.pipeline.WaitingStep.Execution;
import io.jenkins.plugins.k8sprotect.testbed.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessContextTest {
    @TempDir
    private Path folder;

    private PipelineRunner runner;
    private JobOnDisk job;

    @BeforeEach
    void begin() {
        WaitingStep.EXECUTIONS.clear();
        runner = new PipelineRunner(folder.resolve("agents"), new Descriptors().with(new WaitingStep.DescriptorImpl()));
        job = JobOnDisk.in(folder.resolve("jobs"), "deploy");
    }

    @Test
    void a_step_that_goes_on_in_the_background_gives_its_value() throws Exception {
        RunningPipeline build = runner.start(job, "echo \"got ${waiting('x')}\"");

        next().getContext().onSuccess("a value");

        assertThat(build.await()).isEqualTo(Result.SUCCESS);
        assertThat(build.build().log().text()).contains("got a value");
    }

    @Test
    void after_a_restart_the_execution_that_was_persisted_goes_on_and_the_old_one_is_not_heard() throws Exception {
        RunningPipeline build = runner.start(job, "echo \"got ${waiting('kept')}\"");
        Execution first = next();
        Await.until(
                "the step goes on in the background",
                Duration.ofSeconds(10),
                () -> build.runningSteps() == 1,
                build::stages);
        first.text = "saved";
        first.getContext().saveState().get();
        first.text = "lost";

        build.restart();
        Execution second = next();
        first.getContext().onSuccess("from the old one");
        assertThatThrownBy(() -> first.say("old")).hasMessage("this controller has ended");
        second.say("new");
        second.getContext().onSuccess(second.text);

        assertThat(build.await()).isEqualTo(Result.SUCCESS);
        assertThat(build.build().log().text()).contains("new", "got saved").doesNotContain("old");
    }

    @Test
    void an_abort_stops_the_step_and_post_runs_all_the_same() throws Exception {
        RunningPipeline build = runner.start(job, """
                pipeline {
                    agent none
                    stages { stage('Wait') { steps { waiting 'x' } } }
                    post { aborted { echo 'afterwards' } }
                }
                """);
        next();
        Await.until(
                "the step goes on in the background",
                Duration.ofSeconds(10),
                () -> build.runningSteps() == 1,
                build::stages);

        build.abort();

        assertThat(build.await()).isEqualTo(Result.ABORTED);
        assertThat(build.stages().get(0).result()).isEqualTo(Result.ABORTED);
        assertThat(build.build().log().text()).contains("afterwards", "Aborted by admin");
    }

    @Test
    void what_a_step_returns_must_be_serializable() throws Exception {
        RunningPipeline build = runner.start(job, "waiting 'x'");

        next().getContext().onSuccess(new Object());

        assertThat(build.await()).isEqualTo(Result.FAILURE);
        assertThat(build.build().log().text()).contains("NotSerializableException: java.lang.Object");
    }

    private static Execution next() throws InterruptedException {
        Execution execution = WaitingStep.EXECUTIONS.poll(10, TimeUnit.SECONDS);
        assertThat(execution).isNotNull();
        return execution;
    }
}
