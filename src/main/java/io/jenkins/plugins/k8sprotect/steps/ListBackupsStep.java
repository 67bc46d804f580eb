package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Descriptor;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.config.Choices;
import io.jenkins.plugins.k8sprotect.config.KnownParameters;
import io.jenkins.plugins.k8sprotect.config.OperationSite;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import io.jenkins.plugins.k8sprotect.config.StorageSession;
import java.io.IOException;
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

/** {@code k8sListBackups(storage: 'backups', app: 'shop')}: the backups in a storage, newest first. */
public final class ListBackupsStep extends Step {
    private static final String NAME = "k8sListBackups";

    private final Object storage;
    private String app;

    /** @param storage name of a storage, or a choice */
    @DataBoundConstructor
    public ListBackupsStep(Object storage) {
        this.storage = storage;
    }

    public Object getStorage() {
        return Choices.plain(storage);
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
        Problems problems = new Problems(NAME);
        StorageChoice where = problems.collect(() -> Choices.storage(storage, "storage"));
        problems.throwIfAny();
        return new Execution(context, where, app);
    }

    /** One listing: a read without side effects, so a restart of the controller in the middle of it just fails the step. */
    static final class Execution extends SynchronousNonBlockingStepExecution<List<Map<String, Serializable>>> {
        private static final long serialVersionUID = 1;

        private final StorageChoice storage;
        private final String app;

        Execution(StepContext context, StorageChoice storage, String app) {
            super(context);
            this.storage = storage;
            this.app = app;
        }

        @Override
        protected List<Map<String, Serializable>> run() throws Exception {
            try {
                Machine machine = Machine.of(getContext(), false);
                FilePath folder = machine.newFolder();
                try {
                    return list(machine, folder);
                } finally {
                    folder.deleteRecursive();
                }
            } catch (AgentAwayException | AbortException e) {
                throw new AbortException(NAME + ": " + e.getMessage());
            }
        }

        private List<Map<String, Serializable>> list(Machine machine, FilePath folder)
                throws AgentAwayException, IOException, InterruptedException {
            OperationSite site = new OperationSite(
                    getContext().get(Run.class),
                    machine.workspace(),
                    folder,
                    getContext().get(TaskListener.class));
            StorageSession session = storage.open(site);
            if (!session.isListable()) {
                throw new AbortException("storage: found " + storage.shown()
                        + ", whose backups are kept with the builds that made them; their pages show them");
            }
            Listing listing = machine.call(new ListBackups(session.login(), app));
            if (listing.problem() != null) {
                throw new AbortException(listing.problem());
            }
            return listing.backups();
        }
    }

    /** What Jenkins shows and needs to know of the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return NAME;
        }

        @Override
        public String getDisplayName() {
            return "List the backups of Kubernetes applications";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        @Override
        @SuppressWarnings("deprecation") // As the other steps.
        public Step newInstance(Map<String, Object> arguments) throws Exception {
            KnownParameters.check(NAME, clazz, arguments.keySet());
            return super.newInstance(arguments);
        }

        /** The kinds of storage that the form offers. */
        public List<Descriptor<StorageChoice>> getStorageDescriptors() {
            return Choices.storageDescriptors();
        }

        /** The step's storage as a choice, which the form shows; a Pipeline is given a name where it can be. */
        public ChoiceForm choices(Object step) {
            return ChoiceForm.of(step);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArguments) {
            return ShownArguments.of(namedArguments)
                    .word(ShownArguments.shown(namedArguments.get("app")))
                    .after("in", ShownArguments.shown(namedArguments.get("storage")))
                    .text();
        }
    }
}
