package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.harness.build.BuildOnDisk;
import io.jenkins.plugins.k8sprotect.harness.build.FakeAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** A build that runs a Jenkinsfile: what its steps share, and what may happen to it from outside. */
public final class RunningPipeline {
    private final BuildOnDisk build;
    private final Map<String, FakeAgent> agents;
    private final Consumer<StageReport> stageEnded;
    private final Region whole = new Region(null);
    private final ThreadLocal<Scope> scope;
    private final List<StageReport> stages = new CopyOnWriteArrayList<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger nodes = new AtomicInteger(1);
    private final CompletableFuture<Result> end = new CompletableFuture<>();

    RunningPipeline(
            BuildOnDisk build,
            Map<String, FakeAgent> agents,
            Map<String, String> variables,
            Consumer<StageReport> stageEnded) {
        this.build = build;
        this.agents = agents;
        this.stageEnded = stageEnded;
        Scope outermost = Scope.of(whole)
                .with(Run.class, build)
                .with(TaskListener.class, build.log())
                .with(org.jenkinsci.plugins.workflow.flow.FlowExecution.class, new PlainExecution())
                .with(variables);
        this.scope = ThreadLocal.withInitial(() -> outermost);
    }

    public BuildOnDisk build() {
        return build;
    }

    /** The stages that began so far, in order of their beginning. */
    public List<StageReport> stages() {
        return List.copyOf(stages);
    }

    /** Waits for the end. */
    public Result await() throws InterruptedException {
        try {
            return end.get(10, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the build did not end", e);
        }
    }

    /** Aborts it, as a user does. */
    public void abort() {
        whole.stop(new FlowInterruptedException(Result.ABORTED, true, new ByAUser()));
    }

    /** Ends the controller and begins another: agents lose their connections, and what was persisted is resumed. */
    public void restart() throws IOException, ClassNotFoundException {
        agents.values().forEach(FakeAgent::kill);
        agents.values().forEach(FakeAgent::comeBack);
        for (String id : running) {
            HarnessContext.living(id).restart();
        }
    }

    /** How many steps of the plugin run just now. */
    public int runningSteps() {
        return running.size();
    }

    Map<String, FakeAgent> agents() {
        return agents;
    }

    Scope scope() {
        return scope.get();
    }

    void log(String line) {
        build.log().println(line);
    }

    int nextNode() {
        return nodes.incrementAndGet();
    }

    StageReport begin(StageReport stage) {
        stages.add(stage);
        return stage;
    }

    void ended(StageReport stage) {
        stage.end();
        stageEnded.accept(stage);
    }

    void ended(Result result) {
        end.complete(result);
    }

    /** Runs a block with this around it, on whatever thread this is. */
    <T> T within(Scope inner, Callable<T> body) {
        Scope outer = scope.get();
        scope.set(inner);
        try {
            return body.call();
        } catch (Exception e) {
            throw RunningPipeline.<RuntimeException>asItIs(e);
        } finally {
            scope.set(outer);
        }
    }

    /** Waits for a step of the plugin, which may be stopped, killed or resumed meanwhile. */
    Object await(HarnessContext context, String id) {
        Region region = scope.get().region();
        Region.Stoppable stoppable = cause -> stop(id, cause);
        running.add(id);
        region.enter(stoppable);
        try {
            return context.outcome().join();
        } catch (CompletionException | CancellationException e) {
            throw RunningPipeline.<RuntimeException>asItIs(e.getCause() == null ? e : e.getCause());
        } finally {
            region.leave(stoppable);
            running.remove(id);
            context.forget();
        }
    }

    private static void stop(String id, Throwable cause) {
        try {
            HarnessContext.living(id).execution().stop(cause);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Groovy throws what it likes, and so does a step. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static final class PlainExecution extends org.jenkinsci.plugins.workflow.flow.FlowExecution {}

    private static final class ByAUser extends CauseOfInterruption {
        private static final long serialVersionUID = 1;

        @Override
        public String getShortDescription() {
            return "Aborted by admin";
        }
    }
}
