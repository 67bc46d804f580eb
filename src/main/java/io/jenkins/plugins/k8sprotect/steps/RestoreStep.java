package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** {@code k8sRestore(app: 'shop', cluster: 'dr', storage: 'backups')}: restores a backup, or says what that would do. */
public final class RestoreStep extends OperationStep {
    static final String NAME = "k8sRestore";

    private static final List<String> CONFLICTS = List.of("replace", "skip", "fail");

    private final String app;
    private String backup = BackupCatalog.LATEST;
    private Map<String, String> mapNamespaces = new LinkedHashMap<>();
    private List<String> exclude = new ArrayList<>();
    private String conflict = "replace";
    private boolean plan;

    /**
     * @param app the application's name, or its definition: a file of the workspace, or the text
     * @param cluster name of a cluster, or a choice
     * @param storage name of a storage, or a choice
     */
    @DataBoundConstructor
    public RestoreStep(String app, Object cluster, Object storage) {
        super(cluster, storage, 240);
        this.app = app;
    }

    public String getApp() {
        return app;
    }

    public String getBackup() {
        return backup;
    }

    /** An id, or {@code latest}, which empty means too. */
    @DataBoundSetter
    public void setBackup(String backup) {
        this.backup = trimmed(backup).isEmpty() ? BackupCatalog.LATEST : trimmed(backup);
    }

    public Map<String, String> getMapNamespaces() {
        return mapNamespaces;
    }

    /** Source namespace → target namespace. */
    @DataBoundSetter
    public void setMapNamespaces(Map<String, String> mapNamespaces) {
        this.mapNamespaces = mapNamespaces == null ? new LinkedHashMap<>() : mapNamespaces;
    }

    public List<String> getExclude() {
        return exclude;
    }

    /** What is not restored: {@code KIND}, {@code KIND/NAME} or {@code KIND/NAMESPACE/NAME}. */
    @DataBoundSetter
    public void setExclude(List<String> exclude) {
        this.exclude = exclude == null ? new ArrayList<>() : exclude;
    }

    public String getConflict() {
        return conflict;
    }

    /** {@code replace}, {@code skip} or {@code fail}. */
    @DataBoundSetter
    public void setConflict(String conflict) {
        this.conflict = trimmed(conflict);
    }

    public boolean isPlan() {
        return plan;
    }

    /** Whether to write nothing and only say what would be done. */
    @DataBoundSetter
    public void setPlan(boolean plan) {
        this.plan = plan;
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        Problems problems = new Problems(NAME);
        AppSource source = problems.collect(() -> AppSource.nameOrDefinition(app));
        ClusterChoice to = checkCluster(problems);
        StorageChoice from = checkStorage(problems);
        if (!backup.equals(BackupCatalog.LATEST) && !BackupId.isId(backup)) {
            problems.add("backup", Problems.quoted(backup), "'latest', or an id such as '20261122T153045Z-3f9c1a'");
        }
        Map<String, String> namespaces = RestoreChecks.namespaces(mapNamespaces, problems);
        List<String> excludes = RestoreChecks.excludes(exclude, problems);
        problems.oneOf("conflict", conflict, CONFLICTS);
        ResultPolicy policy = checkCommon(problems);
        problems.throwIfAny();
        return new OperationExecution(
                context,
                new RestoreArguments(
                        source, backup, to, from, namespaces, excludes, conflict, plan, getTimeoutMinutes(), policy));
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
            return "Restore a Kubernetes application";
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArguments) {
            ShownArguments shown = ShownArguments.of(namedArguments);
            if (Boolean.TRUE.equals(namedArguments.get("plan"))) {
                shown.word("plan:");
            }
            shown.app();
            Object backup = namedArguments.get("backup");
            if (backup != null) {
                shown.word(ShownArguments.shown(backup));
            }
            return shown.from("storage").to("cluster").text();
        }

        /** A form has no field for a map or a list of texts: it has lines instead. */
        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            String pairs = form.optString("mapNamespaces");
            String excludes = form.optString("exclude");
            form.remove("mapNamespaces");
            form.remove("exclude");
            RestoreStep step = (RestoreStep) super.newInstance(request, form);
            step.setMapNamespaces(FormLines.pairs(pairs));
            step.setExclude(FormLines.lines(excludes));
            return step;
        }

        /** The map as the form shows it. */
        public String shownPairs(Map<String, String> pairs) {
            return FormLines.of(pairs);
        }

        /** The list as the form shows it. */
        public String shownLines(List<String> lines) {
            return lines == null ? "" : String.join("\n", lines);
        }

        /** The words that the form offers. */
        @POST
        public ListBoxModel doFillConflictItems() {
            return words("replace it", "replace", "leave it as it is", "skip", "fail, and write nothing", "fail");
        }
    }
}
