package io.jenkins.plugins.k8sprotect.steps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.JobForTests;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.FlowNodeForTests;

/** A build that steps run in: on the controller, or on an agent of its own. Nothing of it outlives it. */
final class StepRunner implements AutoCloseable {
    final FakeLog log = new FakeLog();
    final JobForTests.Build run = JobForTests.named("team/deploy").newBuild();
    final FlowNodeForTests node = new FlowNodeForTests("7", "k8sTest");
    final List<String> recorded = new ArrayList<>();
    final FakeStepContext context = new FakeStepContext();
    volatile String recorderFails;

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Surroundings before;

    StepRunner(int slots) {
        context.with(Run.class, run).with(TaskListener.class, log).with(FlowNode.class, node);
        before = Surroundings.use(new Surroundings(
                workers,
                new ControllerSlots(() -> slots),
                Clock.systemUTC(),
                Duration.ofMillis(10),
                (r, listener, key, files, result, notes) -> {
                    if (recorderFails != null) {
                        throw new java.io.IOException(recorderFails);
                    }
                    recorded.add(key + " " + result.outcome() + " "
                            + (files == null
                                    ? "no files"
                                    : files.list().stream()
                                            .map(f -> Path.of(f.getRemote())
                                                    .getFileName()
                                                    .toString())
                                            .sorted()
                                            .toList()));
                    return "k8s-protect/backup-shop-1";
                }));
    }

    /** Puts the step into a {@code node}. */
    StepRunner onAgent(VirtualChannel channel, Path workspace) {
        EnvVars environment = new EnvVars();
        environment.put("NODE_NAME", "linux-1");
        context.with(FilePath.class, new FilePath(channel, workspace.toString()))
                .with(EnvVars.class, environment);
        return this;
    }

    /** Of another step of the same build. */
    FakeStepContext otherContext() {
        return new FakeStepContext()
                .with(Run.class, run)
                .with(TaskListener.class, log)
                .with(FlowNode.class, new FlowNodeForTests("8", "k8sTest"));
    }

    OperationExecution start(OperationArguments arguments) {
        OperationExecution execution = new OperationExecution(context, arguments);
        execution.start();
        return execution;
    }

    @Override
    public void close() {
        Surroundings.use(before);
        workers.shutdownNow();
        FakeCluster.missing = null;
        FakeStorage.full = null;
    }
}
