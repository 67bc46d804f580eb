package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Descriptor;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Has the defaults of a step without a block: tests need that. */
public abstract class StepDescriptor extends Descriptor<Step> {
    public StepDescriptor() {}

    public abstract Set<? extends Class<?>> getRequiredContext();

    public Set<? extends Class<?>> getProvidedContext() {
        return Set.of();
    }

    public abstract String getFunctionName();

    @Deprecated
    public Step newInstance(Map<String, Object> arguments) throws Exception {
        return new UninstantiatedDescribable(null, clazz.getName(), arguments).instantiate(Step.class, null);
    }

    public boolean takesImplicitBlockArgument() {
        return false;
    }

    public String argumentsToString(Map<String, Object> namedArguments) {
        return null;
    }
}
