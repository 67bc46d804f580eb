package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A cluster by one context of a kubeconfig that is kept as a credential. */
public final class KubeconfigCluster extends ClusterChoice {
    private static final long serialVersionUID = 1;

    private final String credentialsId;
    private String context;

    /** @param credentialsId id of a "Secret file" that holds the kubeconfig */
    @DataBoundConstructor
    public KubeconfigCluster(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    public String getContext() {
        return context;
    }

    /** Names the context; empty: the file's current one. */
    @DataBoundSetter
    public void setContext(String context) {
        this.context = Util.fixEmptyAndTrim(context);
    }

    @Override
    public ClusterLogin login(OperationSite site) throws AbortException {
        return login(CredentialLookup.ofBuild(site.run()), site.onController());
    }

    @Override
    ClusterLogin loginAsNamed(OperationSite site) throws AbortException {
        return login(CredentialLookup.ofJenkins(site.run()), site.onController());
    }

    /** On the controller the commands of exec entries are the administrator's to allow; an agent runs the author's commands anyway. */
    private ClusterLogin login(CredentialLookup credentials, boolean onController) throws AbortException {
        FileCredentials found = credentials.find(credentialsId, FileCredentials.class, "Secret file");
        return new ClusterLogin.Kubeconfig(
                "credential " + credentialsId,
                CredentialContent.text(credentialsId, found),
                context,
                onController ? K8sProtectConfiguration.get().getAllowedExecCommands() : null);
    }

    @Override
    public String shown() {
        String file = "kubeconfig " + Shown.plain(String.valueOf(credentialsId));
        return context == null ? file : file + ", context " + Shown.plain(context);
    }

    /** The form of it. */
    @Extension
    @Symbol("kubeconfig")
    public static final class DescriptorImpl extends Descriptor<ClusterChoice> {
        @Override
        public String getDisplayName() {
            return "Kubeconfig";
        }

        /** Secret files that the form's user may choose from. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialForm.list(item, credentialsId, FileCredentials.class);
        }

        /** Whether there is such a credential. */
        @POST
        public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            return CredentialForm.check(item, value, FileCredentials.class, "Secret file");
        }

        /** Connects from the controller. */
        @POST
        public FormValidation doTestConnection(
                @AncestorInPath Item item, @QueryParameter String credentialsId, @QueryParameter String context) {
            FormPermission.checkConfigure(item);
            KubeconfigCluster cluster = new KubeconfigCluster(credentialsId);
            cluster.setContext(context);
            return ClusterProbe.run(() -> cluster.login(CredentialLookup.ofForm(item), true));
        }
    }
}
