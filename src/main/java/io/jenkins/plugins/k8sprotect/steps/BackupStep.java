package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code k8sBackup(app: 'k8s/shop.yaml', cluster: 'prod', storage: 'backups')}: backs an application up. */
public final class BackupStep extends OperationStep {
    static final String NAME = "k8sBackup";

    private final String app;
    private String onForbidden = "";

    /**
     * @param app file of the workspace with the application's definition, or the definition itself
     * @param cluster name of a cluster, or a choice
     * @param storage name of a storage, or a choice
     */
    @DataBoundConstructor
    public BackupStep(String app, Object cluster, Object storage) {
        super(cluster, storage, 240);
        this.app = app;
    }

    public String getApp() {
        return app;
    }

    public String getOnForbidden() {
        return onForbidden;
    }

    /** {@code error} or {@code warn}; empty: what the definition says. */
    @DataBoundSetter
    public void setOnForbidden(String onForbidden) {
        this.onForbidden = trimmed(onForbidden);
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        Problems problems = new Problems(NAME);
        AppSource source = problems.collect(() -> AppSource.definition(app));
        ClusterChoice from = checkCluster(problems);
        StorageChoice to = checkStorage(problems);
        problems.oneOf("onForbidden", onForbidden, List.of("", "error", "warn"));
        ResultPolicy policy = checkCommon(problems);
        problems.throwIfAny();
        return new OperationExecution(
                context, new BackupArguments(source, from, to, onForbidden, getTimeoutMinutes(), policy));
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
            return "Back a Kubernetes application up";
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArguments) {
            return ShownArguments.of(namedArguments)
                    .app()
                    .from("cluster")
                    .to("storage")
                    .text();
        }

        /** The words that the form offers. */
        @POST
        public ListBoxModel doFillOnForbiddenItems() {
            return words("as the definition says", "", "the backup fails", "error", "a warning", "warn");
        }
    }
}
