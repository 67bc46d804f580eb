package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingMethodException;

/** Where steps stand in a declarative Pipeline: a name means the step here, though it may mean a section around it. */
final class StepsBlock extends GroovyObjectSupport {
    private final Dsl dsl;

    StepsBlock(Dsl dsl) {
        this.dsl = dsl;
    }

    Object run(Closure<?> block) {
        Closure<?> own = (Closure<?>) block.clone();
        own.setDelegate(this);
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        return own.call();
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        if (!dsl.knows(name)) {
            throw new MissingMethodException(name, StepsBlock.class, (Object[]) arguments);
        }
        try {
            return dsl.call(name, (Object[]) arguments);
        } catch (Exception e) {
            throw RunningPipeline.<RuntimeException>asItIs(e);
        }
    }
}
