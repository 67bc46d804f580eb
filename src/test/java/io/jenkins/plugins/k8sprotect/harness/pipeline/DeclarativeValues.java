package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values in a declarative Pipeline: its parameters, the environment of a section, and whether a stage runs. */
final class DeclarativeValues {
    private final RunningPipeline pipeline;
    private final Map<String, Object> parameters;

    DeclarativeValues(RunningPipeline pipeline, Map<String, Object> parameters) {
        this.pipeline = pipeline;
        this.parameters = parameters;
    }

    /** The defaults of {@code parameters { … }}, where the build was not given others. */
    void addDefaults(Closure<?> section) {
        if (section != null) {
            new Directive("parameters")
                    .with("string", this::addDefault)
                    .with("booleanParam", this::addDefault)
                    .with("choice", this::addDefault)
                    .read(section);
        }
    }

    private void addDefault(Object[] given) {
        Arguments parameter = Arguments.parse(given, false);
        Object first = parameter.has("choices")
                ? ((java.util.List<?>) parameter.named().get("choices")).get(0)
                : parameter.named().get("defaultValue");
        parameters.putIfAbsent(parameter.text("name"), first);
    }

    /** The scope with the variables of {@code environment { … }}. */
    Scope environment(Closure<?> section) {
        if (section == null) {
            return pipeline.scope();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        Closure<?> own = (Closure<?>) section.clone();
        own.setDelegate(new Assignments(variables));
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        own.call();
        return pipeline.scope().with(variables);
    }

    /** Whether {@code when { expression { … } }} holds. */
    boolean when(Closure<?> section) {
        boolean[] holds = {true};
        if (section != null) {
            new Directive("when")
                    .withBlock("expression", c -> holds[0] &= Boolean.TRUE.equals(c.call()))
                    .read(section);
        }
        return holds[0];
    }

    /** Takes what is assigned. */
    private static final class Assignments extends GroovyObjectSupport {
        private final Map<String, String> variables;

        Assignments(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public void setProperty(String name, Object value) {
            variables.put(name, String.valueOf(value));
        }

        @Override
        public Object getProperty(String name) {
            if (variables.containsKey(name)) {
                return variables.get(name);
            }
            throw new groovy.lang.MissingPropertyException(name, Assignments.class);
        }
    }
}
