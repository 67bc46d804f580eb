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
}
