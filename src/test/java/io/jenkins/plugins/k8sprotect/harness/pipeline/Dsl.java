package io.jenkins.plugins.k8sprotect.harness.pipeline;

import io.jenkins.plugins.k8sprotect.harness.binding.Binder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What a Jenkinsfile may call: built-in steps, the plugin's steps, and symbols, which make nested choices. */
final class Dsl {
    private final RunningPipeline pipeline;
    private final Binder binder;
    private final Map<String, BuiltIn> builtIn = new TreeMap<>();

    Dsl(RunningPipeline pipeline, Binder binder, FlowSteps flow, NodeSteps nodes) {
        this.pipeline = pipeline;
        this.binder = binder;
        flow.addTo(builtIn);
        nodes.addTo(builtIn);
        new EnvironmentSteps(pipeline).addTo(builtIn);
    }

    void add(String name, BuiltIn step) {
        builtIn.put(name, step);
    }

    boolean knows(String name) {
        return builtIn.containsKey(name)
                || binder.descriptors().step(name).isPresent()
                || binder.descriptors().isSymbol(name);
    }

    Object call(String name, Object[] arguments) throws Exception {
        BuiltIn known = builtIn.get(name);
        if (known != null) {
            return known.call(Arguments.parse(arguments, true));
        }
        Optional<StepDescriptor> step = binder.descriptors().step(name);
        if (step.isPresent()) {
            return new PluginStep(pipeline, binder, step.get()).call(arguments);
        }
        return new UninstantiatedDescribable(
                name, null, Arguments.parse(arguments, false).named());
    }
}
