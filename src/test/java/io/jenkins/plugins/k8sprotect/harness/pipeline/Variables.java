package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Binding;
import groovy.lang.GroovyObjectSupport;
import java.util.Map;

/** What a Jenkinsfile reads without declaring it: {@code env}, {@code params}, {@code currentBuild}, and variables of the environment. */
final class Variables extends Binding {
    private final RunningPipeline pipeline;

    Variables(RunningPipeline pipeline, Map<String, Object> parameters) {
        this.pipeline = pipeline;
        setVariable("env", new Environment());
        setVariable("params", parameters);
        setVariable("currentBuild", new CurrentBuild(pipeline.build()));
        setVariable("scm", "scm");
    }

    @Override
    public Object getVariable(String name) {
        if (!super.hasVariable(name)) {
            String value = pipeline.scope().variables().get(name);
            if (value != null) {
                return value;
            }
        }
        return super.getVariable(name);
    }

    @Override
    public boolean hasVariable(String name) {
        return super.hasVariable(name) || pipeline.scope().variables().containsKey(name);
    }

    /** {@code env.NAME}; null if there is none, as in Jenkins. */
    private final class Environment extends GroovyObjectSupport {
        @Override
        public Object getProperty(String name) {
            return pipeline.scope().variables().get(name);
        }
    }
}
