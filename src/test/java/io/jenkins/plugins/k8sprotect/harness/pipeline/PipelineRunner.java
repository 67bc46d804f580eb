package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.harness.binding.Binder;
import io.jenkins.plugins.k8sprotect.harness.binding.Descriptors;
import io.jenkins.plugins.k8sprotect.harness.build.BuildOnDisk;
import io.jenkins.plugins.k8sprotect.harness.build.FakeAgent;
import io.jenkins.plugins.k8sprotect.harness.build.JobOnDisk;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jenkinsci.plugins.structs.describable.NestedChoicesForTests;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Runs Jenkinsfiles as builds of a job, each on its own thread. */
public final class PipelineRunner {
    private final Path home;
    private final Binder binder;
    private final Map<String, FakeAgent> agents = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private List<Path> sources = List.of();
    private PrintStream console;
    private Consumer<StageReport> stageEnded = stage -> {};

    /**
     * One with an agent for whoever asks for none by its label.
     *
     * @param home where agents have their folders
     */
    public PipelineRunner(Path home, Descriptors descriptors) {
        this.home = home;
        this.binder = new Binder(descriptors);
        NestedChoicesForTests.madeBy((nested, base) -> binder.bindNested(base, nested, null));
        agents.put("", new FakeAgent("agent-1"));
    }

    /** An agent that a label names. */
    public PipelineRunner with(String label, FakeAgent agent) {
        agents.put(label, agent);
        return this;
    }

    /** The folders and files that {@code checkout scm} brings, under their names, and so does a declarative Pipeline. */
    public PipelineRunner checkingOut(Path... folders) {
        sources = List.of(folders);
        return this;
    }

    /** A variable of every environment. */
    public PipelineRunner withVariable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** A parameter of the build. */
    public PipelineRunner withParameter(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Is told of each stage when it has ended. */
    public PipelineRunner onStage(Consumer<StageReport> listener) {
        stageEnded = listener;
        return this;
    }

    /** Writes logs there too. */
    public PipelineRunner showing(PrintStream to) {
        console = to;
        return this;
    }

    /** The agent for whoever asks for none by its label. */
    public FakeAgent agent() {
        return agents.get("");
    }

    public Binder binder() {
        return binder;
    }

    /** Runs it to its end. */
    public BuildOnDisk run(JobOnDisk job, String jenkinsfile) throws InterruptedException {
        RunningPipeline running = start(job, jenkinsfile);
        running.await();
        return running.build();
    }

    /** Starts it. */
    public RunningPipeline start(JobOnDisk job, String jenkinsfile) {
        BuildOnDisk build = job.newBuild();
        build.log().copyTo(console);
        RunningPipeline pipeline = new RunningPipeline(build, agents, variablesOf(build), stageEnded);
        new Thread(() -> run(pipeline, jenkinsfile), "build " + build.getExternalizableId()).start();
        return pipeline;
    }

    private void run(RunningPipeline pipeline, String jenkinsfile) {
        BuildOnDisk build = pipeline.build();
        try {
            evaluate(pipeline, jenkinsfile);
        } catch (Throwable e) {
            tell(pipeline, e);
            build.setResult(FlowSteps.resultOf(e));
        }
        build.end();
        pipeline.ended(build.getResult());
    }

    private void evaluate(RunningPipeline pipeline, String jenkinsfile) throws IOException {
        DeclarativeCheck.run(jenkinsfile, binder.descriptors());
        Path folder = Files.createDirectories(pipeline.build().file("script"));
        Files.writeString(folder.resolve("Jenkinsfile.groovy"), jenkinsfile);
        FlowSteps flow = new FlowSteps(pipeline);
        NodeSteps nodes = new NodeSteps(pipeline, new Workspaces(home, sources));
        Dsl dsl = new Dsl(pipeline, binder, flow, nodes);
        Map<String, Object> values = new LinkedHashMap<>(parameters);
        Declarative declarative = new Declarative(pipeline, dsl, flow, nodes, !sources.isEmpty(), values);
        dsl.add("pipeline", a -> declarative.run(a.body()));
        new ScriptHelper(dsl, folder).run("Jenkinsfile.groovy", new Variables(pipeline, values));
    }

    /** As Jenkins writes it: an AbortException and an interruption without a stack. */
    private static void tell(RunningPipeline pipeline, Throwable e) {
        if (e instanceof FlowInterruptedException interrupted) {
            interrupted.getCauses().forEach(cause -> pipeline.log(cause.getShortDescription()));
        } else if (e instanceof AbortException) {
            pipeline.log("ERROR: " + e.getMessage());
        } else {
            e.printStackTrace(pipeline.build().log().getLogger());
        }
    }

    private Map<String, String> variablesOf(BuildOnDisk build) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("BUILD_NUMBER", String.valueOf(build.getNumber()));
        all.put("JOB_NAME", build.getParent().getFullName());
        all.put("BUILD_URL", "http://jenkins.example.org/" + build.getUrl());
        return all;
    }
}
