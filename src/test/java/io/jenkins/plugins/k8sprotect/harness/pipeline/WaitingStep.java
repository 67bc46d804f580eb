package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code waiting(text)}: a step that goes on in the background until the test lets it end, and says what is done to it. */
public final class WaitingStep extends Step {
    /** Its executions, as they are started and resumed. */
    static final BlockingQueue<Execution> EXECUTIONS = new LinkedBlockingQueue<>();

    private final String text;

    @DataBoundConstructor
    public WaitingStep(String text) {
        this.text = text;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, text);
    }

    static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1;

        String text;

        Execution(StepContext context, String text) {
            super(context);
            this.text = text;
        }

        @Override
        public boolean start() {
            EXECUTIONS.add(this);
            return false;
        }

        @Override
        public void onResume() {
            EXECUTIONS.add(this);
        }

        @Override
        public void stop(Throwable cause) {
            getContext().onFailure(cause);
        }

        void say(String line) throws IOException, InterruptedException {
            getContext().get(TaskListener.class).getLogger().println(line);
        }
    }

    /** Not in the extension index: the test adds it. */
    static final class DescriptorImpl extends StepDescriptor {
        private final Set<Class<?>> required;

        DescriptorImpl(Class<?>... required) {
            this.required = Set.of(required);
        }

        @Override
        public String getFunctionName() {
            return "waiting";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return required;
        }
    }
}
