package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.model.Descriptor;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.k8sprotect.config.Choices;
import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.KnownParameters;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.verb.POST;

/** What the forms of all steps that run an operation need. */
public abstract class OperationStepDescriptor extends StepDescriptor {

    /** No {@code FilePath}: without a {@code node} it runs on the controller. */
    @Override
    public final Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class, FlowNode.class);
    }

    /**
     * As a Pipeline wrote it.
     *
     * @throws AbortException if a name is not that of a parameter
     */
    @Override
    @SuppressWarnings("deprecation") // Its successor cannot read a map whose keys are numbers.
    public final Step newInstance(Map<String, Object> arguments) throws Exception {
        KnownParameters.check(getFunctionName(), clazz, arguments.keySet());
        Step step = super.newInstance(arguments);
        checkNested(step, arguments);
        return step;
    }

    /**
     * Checks the names in choices that Jenkins has made of what the Pipeline wrote; cluster and storage are made, and checked,
     * when the step starts.
     *
     * @throws AbortException if a name is not that of a parameter
     */
    void checkNested(Step step, Map<String, Object> arguments) throws AbortException {}

    /** The kinds of cluster that the form offers. */
    public final List<Descriptor<ClusterChoice>> getClusterDescriptors() {
        return Choices.clusterDescriptors();
    }

    /** The kinds of storage that the form offers. */
    public final List<Descriptor<StorageChoice>> getStorageDescriptors() {
        return Choices.storageDescriptors();
    }

    /** The words that the form offers; no secret is in them, so that everybody may have them. */
    @POST
    public final ListBoxModel doFillFailOnItems() {
        return words("an error", ResultPolicy.ERROR, "a warning", ResultPolicy.WARNING);
    }

    @POST
    public final ListBoxModel doFillUnstableOnItems() {
        return words("nothing", ResultPolicy.NEVER, "a warning", ResultPolicy.WARNING, "an error", ResultPolicy.ERROR);
    }

    /** Options as text and value in turn. */
    static ListBoxModel words(String... textsAndValues) {
        ListBoxModel items = new ListBoxModel();
        for (int i = 0; i < textsAndValues.length; i += 2) {
            items.add(textsAndValues[i], textsAndValues[i + 1]);
        }
        return items;
    }

    /** The step's cluster and storage as choices, which the form shows; a Pipeline is given names where it can be. */
    public final ChoiceForm choices(Object step) {
        return ChoiceForm.of(step);
    }
}
