package io.jenkins.plugins.k8sprotect.harness.pipeline;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.k8sprotect.harness.build.Wire;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A step's context. It gives what is around the step, takes its outcome, and persists its execution with real
 * serialization. After a restart the execution that was persisted gets another context under the same id, and what the old
 * one says is not heard any more.
 */
final class HarnessContext extends StepContext {
    private static final long serialVersionUID = 1;
    private static final Map<String, HarnessContext> LIVING = new ConcurrentHashMap<>();

    private final String id;
    private final transient Scope scope;
    private final transient Path file;
    private final transient CompletableFuture<Object> outcome;
    private transient volatile StepExecution execution;
    private transient volatile boolean dead;

    /** @param folder where its execution is persisted */
    HarnessContext(String id, Scope scope, Path folder) {
        this(id, scope, folder.resolve("step-" + id.replaceAll("\\W", "-") + ".ser"), new CompletableFuture<>());
    }

    private HarnessContext(String id, Scope scope, Path file, CompletableFuture<Object> outcome) {
        this.id = id;
        this.scope = scope;
        this.file = file;
        this.outcome = outcome;
        LIVING.put(id, this);
    }

    /** What runs now; it is persisted from here on. */
    void runs(StepExecution started) {
        execution = started;
    }

    StepExecution execution() {
        return execution;
    }

    CompletableFuture<Object> outcome() {
        return outcome;
    }

    /** As if the controller had ended and another had begun: only what was persisted is left, and is resumed. */
    void restart() throws IOException, ClassNotFoundException {
        dead = true;
        HarnessContext next = new HarnessContext(id, scope, file, outcome);
        StepExecution read = (StepExecution) Wire.read(Files.readAllBytes(file));
        next.runs(read);
        read.onResume();
    }

    /** The context that lives under this id now. */
    static HarnessContext living(String id) {
        return LIVING.get(id);
    }

    void forget() {
        LIVING.remove(id);
    }

    @Override
    public <T> T get(Class<T> key) throws IOException {
        if (dead) {
            throw new IOException("this controller has ended");
        }
        return scope.get(key);
    }

    @Override
    public void onSuccess(Object value) {
        if (!dead) {
            outcome.complete(value);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (!dead) {
            outcome.completeExceptionally(failure);
        }
    }

    @Override
    public boolean isReady() {
        return !dead;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        if (dead) {
            return Futures.immediateFailedFuture(new IOException("this controller has ended"));
        }
        try {
            persist();
            return Futures.immediateVoidFuture();
        } catch (IOException e) {
            return Futures.immediateFailedFuture(e);
        }
    }

    /** As Pipeline does by itself when a step goes on in the background. */
    void persist() throws IOException {
        StepExecution current = execution;
        if (current != null) {
            synchronized (outcome) {
                Files.write(file, Wire.persisted(current));
            }
        }
    }

    @Override
    public void setResult(Result worse) {
        scope.get(Run.class).setResult(worse);
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        throw new UnsupportedOperationException("this step has no body");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HarnessContext that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    private Object writeReplace() {
        return new Handle(id);
    }

    /** What is persisted instead. */
    private record Handle(String id) implements Serializable {
        private Object readResolve() {
            HarnessContext living = LIVING.get(id);
            if (living == null) {
                throw new UncheckedIOException(new IOException("no step runs under " + id));
            }
            return living;
        }
    }
}
