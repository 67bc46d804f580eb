package io.jenkins.plugins.k8sprotect.steps;

import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a Pipeline gives a step: objects by their type. */
final class FakeStepContext extends StepContext {
    private static final long serialVersionUID = 1;

    private final transient Map<Class<?>, Object> objects = new HashMap<>();

    <T> FakeStepContext with(Class<T> type, T object) {
        objects.put(type, object);
        return this;
    }

    @Override
    public <T> T get(Class<T> key) {
        return key.cast(objects.get(key));
    }

    @Override
    public void onSuccess(Object result) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onFailure(Throwable failure) {
        throw new UnsupportedOperationException();
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
    public com.google.common.util.concurrent.ListenableFuture<Void> saveState() {
        return com.google.common.util.concurrent.Futures.immediateVoidFuture();
    }

    @Override
    public org.jenkinsci.plugins.workflow.steps.BodyInvoker newBodyInvoker() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
