package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.harness.binding.Binder;
import io.jenkins.plugins.k8sprotect.harness.build.Wire;
import java.nio.file.Files;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.FlowNodeForTests;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A call of one of the plugin's steps, as {@code DSL.invokeStep} makes it. */
final class PluginStep {
    private final RunningPipeline pipeline;
    private final Binder binder;
    private final StepDescriptor descriptor;

    PluginStep(RunningPipeline pipeline, Binder binder, StepDescriptor descriptor) {
        this.pipeline = pipeline;
        this.binder = binder;
        this.descriptor = descriptor;
    }

    Object call(Object[] given) throws Exception {
        Arguments arguments = Arguments.parse(given, descriptor.takesImplicitBlockArgument());
        pipeline.log("[Pipeline] " + descriptor.getFunctionName());
        String number = String.valueOf(pipeline.nextNode());
        Scope scope = pipeline.scope().with(FlowNode.class, new FlowNodeForTests(number, descriptor.getDisplayName()));
        checkContext(scope);
        Step step = bind(arguments.named(), scope.get(TaskListener.class));
        Object value = run(step, scope, pipeline.build().getExternalizableId() + "-" + number);
        // Pipeline persists what a step returns with the variables that hold it.
        Files.write(pipeline.build().file("result-" + number + ".ser"), Wire.persisted(value));
        return value;
    }

    @SuppressWarnings("deprecation")
    private Step bind(Map<String, Object> arguments, TaskListener listener) throws Exception {
        boolean byItself =
                descriptor.getClass().getMethod("newInstance", Map.class).getDeclaringClass() != StepDescriptor.class;
        Class<?> type = descriptor.clazz;
        return byItself ? descriptor.newInstance(arguments) : (Step) binder.bind(type, arguments, listener);
    }

    private Object run(Step step, Scope scope, String id) throws Exception {
        HarnessContext context =
                new HarnessContext(id, scope, pipeline.build().getRootDir().toPath());
        StepExecution execution = step.start(context);
        context.runs(execution);
        try {
            if (!execution.start()) {
                context.persist();
            }
            return pipeline.await(context, id);
        } finally {
            mark(scope);
        }
    }

    /** What a step marks as unstable makes its stage so. */
    private static void mark(Scope scope) {
        if (scope.stage() != null) {
            scope.get(FlowNode.class)
                    .getActions(org.jenkinsci.plugins.workflow.actions.WarningAction.class)
                    .forEach(warning -> scope.stage().worsen(warning.getResult()));
        }
    }

    /** The message is that of MissingContextVariableException. */
    private void checkContext(Scope scope) {
        for (Class<?> type : descriptor.getRequiredContext()) {
            if (scope.get(type) == null) {
                throw new IllegalStateException("Required context " + type + " is missing" + System.lineSeparator()
                        + "Perhaps you forgot to surround the step with a step that provides this, such as: "
                        + "node");
            }
        }
    }
}
