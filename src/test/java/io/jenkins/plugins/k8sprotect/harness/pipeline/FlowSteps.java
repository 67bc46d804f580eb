package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import hudson.AbortException;
import hudson.model.Result;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** The steps that say what runs, how long, and what a failure means. */
final class FlowSteps {
    private static final ScheduledExecutorService TIMER = Executors.newScheduledThreadPool(1, task -> {
        Thread thread = new Thread(task, "timeout");
        thread.setDaemon(true);
        return thread;
    });

    private final RunningPipeline pipeline;

    FlowSteps(RunningPipeline pipeline) {
        this.pipeline = pipeline;
    }

    void addTo(Map<String, BuiltIn> steps) {
        steps.put("stage", a -> stage(a.text("name"), a.body()));
        steps.put("script", a -> a.body().call());
        steps.put("timestamps", a -> a.body().call());
        steps.put("timeout", this::timeout);
        steps.put("retry", this::retry);
        steps.put("parallel", a -> new Branches(pipeline).run(a));
        steps.put("catchError", a -> catchError(a, Result.FAILURE));
        steps.put("warnError", a -> catchError(a, Result.UNSTABLE));
        steps.put("unstable", a -> unstable(a.text("message")));
        steps.put("error", a -> {
            throw new AbortException(a.text("message"));
        });
        steps.put("echo", a -> said(a.text("message")));
        steps.put("input", a -> said(a.text("message") + System.lineSeparator() + "Approved by admin"));
    }

    Object stage(String name, Closure<?> body) {
        return stage(name, body::call);
    }

    Object stage(String name, java.util.concurrent.Callable<?> body) {
        pipeline.log("[Pipeline] stage");
        pipeline.log("[Pipeline] { (" + name + ")");
        StageReport stage = pipeline.begin(new StageReport(name));
        try {
            return pipeline.within(pipeline.scope().with(stage), body);
        } catch (Throwable e) {
            stage.worsen(resultOf(e));
            throw e;
        } finally {
            pipeline.log("[Pipeline] } // " + name);
            pipeline.ended(stage);
        }
    }

    Object timeout(Arguments a) {
        long time = Long.parseLong(a.text("time"));
        TimeUnit unit = a.has("unit") ? TimeUnit.valueOf(a.text("unit")) : TimeUnit.MINUTES;
        return timeout(time, unit, a.body()::call);
    }

    Object timeout(long time, TimeUnit unit, java.util.concurrent.Callable<?> body) {
        pipeline.log("Timeout set to expire in " + time + " " + unit.name().toLowerCase(java.util.Locale.ROOT));
        Region inner = new Region(pipeline.scope().region());
        ScheduledFuture<?> timer = TIMER.schedule(
                () -> {
                    pipeline.log("Cancelling nested steps due to timeout");
                    inner.stop(new FlowInterruptedException(Result.ABORTED, true, new ExceededTimeout()));
                },
                time,
                unit);
        try {
            return pipeline.within(pipeline.scope().with(inner), body);
        } finally {
            timer.cancel(false);
        }
    }

    private Object retry(Arguments a) throws Exception {
        int left = Integer.parseInt(a.text("count"));
        while (true) {
            try {
                return a.body().call();
            } catch (Exception e) {
                if (--left <= 0 || (Throwable) e instanceof FlowInterruptedException) {
                    throw e;
                }
                pipeline.log("ERROR: " + e.getMessage() + System.lineSeparator() + "Retrying");
            }
        }
    }

    private Object catchError(Arguments a, Result usual) throws Exception {
        try {
            return a.body().call();
        } catch (Throwable e) {
            if (e instanceof FlowInterruptedException
                    && "false".equals(String.valueOf(a.named().get("catchInterruptions")))) {
                throw e;
            }
            pipeline.log("ERROR: " + (a.has("message") ? a.text("message") : e.getMessage()));
            mark(a, "buildResult", usual, r -> pipeline.build().setResult(r));
            mark(a, "stageResult", usual == Result.UNSTABLE ? usual : Result.SUCCESS, this::markStage);
            return null;
        }
    }

    private static void mark(Arguments a, String name, Result usual, java.util.function.Consumer<Result> to) {
        to.accept(a.has(name) && a.named().get(name) != null ? Results.named(a.text(name)) : usual);
    }

    private void markStage(Result result) {
        if (pipeline.scope().stage() != null) {
            pipeline.scope().stage().worsen(result);
        }
    }

    private Object unstable(String message) {
        pipeline.log("WARNING: " + message);
        pipeline.build().setResult(Result.UNSTABLE);
        markStage(Result.UNSTABLE);
        return null;
    }

    private Object said(String message) {
        pipeline.log(message);
        return null;
    }

    static Result resultOf(Throwable thrown) {
        return thrown instanceof FlowInterruptedException interrupted ? interrupted.getResult() : Result.FAILURE;
    }

    private static final class ExceededTimeout extends CauseOfInterruption {
        private static final long serialVersionUID = 1;

        @Override
        public String getShortDescription() {
            return "Timeout has been exceeded";
        }
    }
}
