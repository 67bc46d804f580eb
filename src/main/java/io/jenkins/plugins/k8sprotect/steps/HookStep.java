package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Descriptor;
import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.KnownParameters;
import io.jenkins.plugins.k8sprotect.engine.plan.NamespacePairs;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code k8sHook(cluster: 'prod', namespace: 'shop', action: exec(…))}: runs one action beside a backup or restore. */
public final class HookStep extends OperationStep {
    static final String NAME = "k8sHook";

    private final String namespace;
    private final HookActionChoice action;

    /**
     * @param cluster name of a cluster, or a choice
     * @param namespace where pods are looked for, and objects go that name no namespace
     * @param action what is done
     */
    @DataBoundConstructor
    public HookStep(Object cluster, String namespace, HookActionChoice action) {
        super(cluster, null, 30);
        this.namespace = trimmed(namespace);
        this.action = action;
    }

    public String getNamespace() {
        return namespace;
    }

    public HookActionChoice getAction() {
        return action;
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        Problems problems = new Problems(NAME);
        ClusterChoice where = checkCluster(problems);
        if (!NamespacePairs.isName(namespace)) {
            problems.add(
                    "namespace",
                    namespace.isEmpty() ? "nothing" : Problems.quoted(namespace),
                    "the name of a namespace, such as 'shop'");
        }
        if (action == null) {
            problems.add(
                    "action", "nothing", "exec(selector: 'app=db', command: ['sync']) or apply(file: 'policy.yaml')");
        } else {
            action.check(problems);
        }
        ResultPolicy policy = checkCommon(problems);
        problems.throwIfAny();
        return new OperationExecution(
                context, new HookArguments(where, namespace, action, getTimeoutMinutes(), policy));
    }

    /** What Jenkins shows and needs to know of the step. */
    @Extension
    public static final class DescriptorImpl extends OperationStepDescriptor {
        @Override
        public String getFunctionName() {
            return NAME;
        }

        @Override
        public String getDisplayName() {
            return "Run a command in, or apply objects to, a Kubernetes application";
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArguments) {
            return ShownArguments.of(namedArguments)
                    .word(action(namedArguments.get("action")))
                    .after("in", ShownArguments.shown(namedArguments.get("namespace")))
                    .after("on", ShownArguments.shown(namedArguments.get("cluster")))
                    .text();
        }

        private static String action(Object action) {
            if (action instanceof HookActionChoice choice) {
                return choice.shown();
            }
            return action instanceof UninstantiatedDescribable nested ? ShownArguments.shown(nested) : "";
        }

        @Override
        void checkNested(Step step, Map<String, Object> arguments) throws AbortException {
            if (arguments.get("action") instanceof UninstantiatedDescribable nested) {
                Class<?> type = ((HookStep) step).getAction().getClass();
                String place = NAME + ": action: " + nested.getSymbol() + "(…)";
                KnownParameters.check(place, type, nested.getArguments().keySet());
            }
        }

        /** The kinds of action that the form offers. */
        public List<Descriptor<HookActionChoice>> getActionDescriptors() {
            return Jenkins.get().getDescriptorList(HookActionChoice.class);
        }
    }
}
