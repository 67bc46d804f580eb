package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code k8sListBackups(storage: 'file:///backups', app: 'shop')}: the backups in a storage, newest first.
 *
 * <p>Runs on the agent, as {@code sh} does: a directory is the agent's. On the controller a Pipeline's author could read
 * its files. An S3 storage is opened with the identity in the Pipeline's environment.
 */
public final class ListBackupsStep extends Step {

    private final String storage;
    private String app;

    /** @param storage URL of the storage: {@code file:///path} or {@code s3://bucket/prefix} */
    @DataBoundConstructor
    public ListBackupsStep(String storage) {
        this.storage = storage;
    }

    public String getStorage() {
        return storage;
    }

    public String getApp() {
        return app;
    }

    /** Names the one application whose backups are listed; empty: all. */
    @DataBoundSetter
    public void setApp(String app) {
        this.app = app == null || app.isBlank() ? null : app.trim();
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        if (storage == null || storage.isBlank()) {
            throw new AbortException("k8sListBackups: storage is missing; give its URL, as in "
                    + "k8sListBackups(storage: 'file:///backups') or 's3://bucket/prefix'");
        }
        return new Execution(context, storage.trim(), app);
    }

    /** One listing: a read without side effects, so a restart of the controller in the middle of it just fails the step. */
    static final class Execution extends SynchronousNonBlockingStepExecution<List<Map<String, Serializable>>> {
        private static final long serialVersionUID = 1;

        private final String storage;
        private final String app;

        Execution(StepContext context, String storage, String app) {
            super(context);
            this.storage = storage;
            this.app = app;
        }

        @Override
        protected List<Map<String, Serializable>> run() throws Exception {
            StorageAccess access = new StorageAccess(storage, getContext().get(EnvVars.class));
            Listing listing = getContext().get(FilePath.class).act(new ListBackups(access, app));
            if (listing.problem() != null) {
                throw new AbortException("k8sListBackups: " + listing.problem());
            }
            return listing.backups();
        }
    }

    /** What Jenkins shows and needs to know of the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "k8sListBackups";
        }

        @Override
        public String getDisplayName() {
            return "List the backups of Kubernetes applications";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(FilePath.class, EnvVars.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArguments) {
            Object storage = namedArguments.get("storage");
            Object app = namedArguments.get("app");
            if (storage == null) {
                return null;
            }
            return app == null ? StorageUrl.shown(storage) : app + " in " + StorageUrl.shown(storage);
        }
    }
}
