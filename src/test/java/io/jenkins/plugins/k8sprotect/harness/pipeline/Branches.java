package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** {@code parallel}: all branches at the same time, and the first failure when all have ended. */
final class Branches {
    private final RunningPipeline pipeline;

    Branches(RunningPipeline pipeline) {
        this.pipeline = pipeline;
    }

    Object run(Arguments arguments) throws InterruptedException {
        Map<String, Callable<?>> branches = new LinkedHashMap<>();
        arguments.named().forEach((name, body) -> {
            if (body instanceof Closure<?> closure) {
                branches.put(name, closure::call);
            }
        });
        return run(branches);
    }

    Object run(Map<String, Callable<?>> branches) throws InterruptedException {
        Scope around = pipeline.scope();
        Map<String, FutureTask<Object>> tasks = new LinkedHashMap<>();
        branches.forEach((name, body) -> {
            FutureTask<Object> task = new FutureTask<>(() -> {
                pipeline.log("[Pipeline] { (Branch: " + name + ")");
                return pipeline.within(around, (Callable<Object>) body::call);
            });
            tasks.put(name, task);
            new Thread(task, "branch " + name).start();
        });
        return join(tasks);
    }

    private static Object join(Map<String, FutureTask<Object>> tasks) throws InterruptedException {
        Map<String, Object> values = new LinkedHashMap<>();
        Throwable failure = null;
        for (Map.Entry<String, FutureTask<Object>> task : tasks.entrySet()) {
            try {
                values.put(task.getKey(), task.getValue().get());
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            }
        }
        if (failure != null) {
            throw RunningPipeline.<RuntimeException>asItIs(failure);
        }
        return values;
    }
}
