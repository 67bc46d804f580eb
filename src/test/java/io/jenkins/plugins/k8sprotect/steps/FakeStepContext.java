package io.jenkins.plugins.k8sprotect.steps;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a Pipeline gives a step: objects by their type, and an ear for how it ends. Survives as itself, as a real one does. */
final class FakeStepContext extends StepContext {
    private static final long serialVersionUID = 1;
    private static final Map<Integer, FakeStepContext> ALL = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int number = NEXT.incrementAndGet();
    private final transient Map<Class<?>, Object> objects = new ConcurrentHashMap<>();
    private final transient CompletableFuture<Object> end = new CompletableFuture<>();
    private final transient AtomicInteger ends = new AtomicInteger();
    private transient volatile Runnable onSave = () -> {};
    private transient volatile String away;

    FakeStepContext() {
        ALL.put(number, this);
    }

    <T> FakeStepContext with(Class<T> type, T object) {
        objects.put(type, object);
        return this;
    }

    FakeStepContext without(Class<?> type) {
        objects.remove(type);
        return this;
    }

    /** Has the agent gone, as Jenkins tells it; null: back. */
    void away(String reason) {
        away = reason;
    }

    /** Runs when the step has its state saved. */
    void onSave(Runnable action) {
        onSave = action;
    }

    @Override
    public <T> T get(Class<T> key) throws IOException {
        if (key.getSimpleName().equals("FilePath") && away != null) {
            throw new IOException(away);
        }
        return key.cast(objects.get(key));
    }

    /** What the step returned, waiting for it. */
    Object result() throws Exception {
        return end.get(10, TimeUnit.SECONDS);
    }

    /** What the step failed with, waiting for it. */
    Throwable failure() throws Exception {
        try {
            throw new AssertionError("no failure but " + end.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    boolean hasEnded() {
        return end.isDone();
    }

    /** How often the step said that it ended: once is right. */
    int ends() {
        return ends.get();
    }

    @Override
    public void onSuccess(Object result) {
        ends.incrementAndGet();
        end.complete(result);
    }

    @Override
    public void onFailure(Throwable failure) {
        ends.incrementAndGet();
        end.completeExceptionally(failure);
    }

    @Override
    public void setResult(hudson.model.Result result) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        onSave.run();
        return Futures.immediateVoidFuture();
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        throw new UnsupportedOperationException();
    }

    private Object writeReplace() {
        return new Reference(number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }

    private static final class Reference implements Serializable {
        private static final long serialVersionUID = 1;

        private final int number;

        Reference(int number) {
            this.number = number;
        }

        private Object readResolve() {
            return ALL.get(number);
        }
    }
}
