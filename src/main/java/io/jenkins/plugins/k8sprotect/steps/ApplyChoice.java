package io.jenkins.plugins.k8sprotect.steps;

import hudson.Extension;
import hudson.model.Descriptor;
import io.jenkins.plugins.k8sprotect.engine.hook.ApplyAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code apply(file: 'policy.yaml')}: objects that are applied. */
public final class ApplyChoice extends HookActionChoice {
    private static final long serialVersionUID = 1;

    private String file = "";
    private String manifest = "";
    private boolean force;
    private boolean allowOtherNamespaces;
    private boolean allowClusterScoped;

    @DataBoundConstructor
    public ApplyChoice() {}

    public String getFile() {
        return file;
    }

    /** File of the workspace with the objects. */
    @DataBoundSetter
    public void setFile(String file) {
        this.file = OperationStep.trimmed(file);
    }

    public String getManifest() {
        return manifest;
    }

    /** The objects themselves, instead of a file. */
    @DataBoundSetter
    public void setManifest(String manifest) {
        this.manifest = manifest == null || manifest.isBlank() ? "" : manifest;
    }

    public boolean isForce() {
        return force;
    }

    /** Whether fields that others own are taken over. */
    @DataBoundSetter
    public void setForce(boolean force) {
        this.force = force;
    }

    public boolean isAllowOtherNamespaces() {
        return allowOtherNamespaces;
    }

    /** Whether objects may name another namespace than the hook's. */
    @DataBoundSetter
    public void setAllowOtherNamespaces(boolean allowOtherNamespaces) {
        this.allowOtherNamespaces = allowOtherNamespaces;
    }

    public boolean isAllowClusterScoped() {
        return allowClusterScoped;
    }

    /** Whether objects may live in no namespace. */
    @DataBoundSetter
    public void setAllowClusterScoped(boolean allowClusterScoped) {
        this.allowClusterScoped = allowClusterScoped;
    }

    /** The same again changes nothing. */
    @Override
    boolean isRepeatable() {
        return true;
    }

    @Override
    void check(Problems problems) {
        if (file.isEmpty() == manifest.isEmpty()) {
            problems.add("action.file and action.manifest: found " + (file.isEmpty() ? "neither" : "both")
                    + "; allowed: one of them, such as apply(file: 'policy.yaml')");
        } else if (file.isEmpty()) {
            checkManifest(problems);
        }
    }

    private void checkManifest(Problems problems) {
        try {
            action("").check();
        } catch (IllegalArgumentException e) {
            problems.add("action.manifest: " + e.getMessage());
        }
    }

    @Override
    String file() {
        return file;
    }

    @Override
    HookAction action(String fileText) {
        return new ApplyAction(file.isEmpty() ? manifest : fileText, file.isEmpty() ? "manifest" : file, force);
    }

    @Override
    HookOptions options(HookOptions options) {
        return options.allowing(allowOtherNamespaces, allowClusterScoped);
    }

    @Override
    String shown() {
        return "apply " + (file.isEmpty() ? "a manifest" : file);
    }

    /** What Jenkins shows and needs to know of it. */
    @Extension
    @Symbol("apply")
    public static final class DescriptorImpl extends Descriptor<HookActionChoice> {
        @Override
        public String getDisplayName() {
            return "Apply objects";
        }
    }
}
