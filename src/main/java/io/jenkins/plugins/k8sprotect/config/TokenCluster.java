package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A cluster by the URL of its API server and a bearer token, such as a service account's. */
public final class TokenCluster extends ClusterChoice {
    private static final long serialVersionUID = 1;

    private final String server;
    private final String credentialsId;
    private String caCertificate;

    /**
     * @param server URL of the API server
     * @param credentialsId id of a "Secret text" that holds the token
     */
    @DataBoundConstructor
    public TokenCluster(String server, String credentialsId) {
        this.server = Util.fixEmptyAndTrim(server);
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public String getServer() {
        return server;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    public String getCaCertificate() {
        return caCertificate;
    }

    /** The authority that signed the server's certificate, PEM or base64; empty: those that the machine trusts. */
    @DataBoundSetter
    public void setCaCertificate(String caCertificate) {
        this.caCertificate = Util.fixEmptyAndTrim(caCertificate);
    }

    @Override
    public ClusterLogin login(OperationSite site) throws AbortException {
        return login(CredentialLookup.ofBuild(site.run()));
    }

    @Override
    ClusterLogin loginAsNamed(OperationSite site) throws AbortException {
        return login(CredentialLookup.ofJenkins(site.run()));
    }

    private ClusterLogin login(CredentialLookup credentials) throws AbortException {
        refuseMistakes();
        StringCredentials found = credentials.find(credentialsId, StringCredentials.class, "Secret text");
        return new ClusterLogin.Token(server, CredentialContent.word(credentialsId, found), caCertificate);
    }

    @Override
    protected List<String> mistakes() {
        return ServerAddress.mistakes(server);
    }

    @Override
    public String shown() {
        return ServerAddress.mistakes(server).isEmpty() ? "token for " + server : "token";
    }

    /** The form of it. */
    @Extension
    @Symbol("token")
    public static final class DescriptorImpl extends Descriptor<ClusterChoice> {
        @Override
        public String getDisplayName() {
            return "Address and token";
        }

        /** Whether it is the URL of a server. */
        @POST
        public FormValidation doCheckServer(@AncestorInPath Item item, @QueryParameter String value) {
            return FormPermission.mayList(item)
                    ? FormMessages.of(ServerAddress.mistakes(Util.fixEmptyAndTrim(value)))
                    : FormValidation.ok();
        }

        /** Secret texts that the form's user may choose from. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialForm.list(item, credentialsId, StringCredentials.class);
        }

        /** Whether there is such a credential. */
        @POST
        public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            return CredentialForm.check(item, value, StringCredentials.class, "Secret text");
        }

        /** Connects from the controller. */
        @POST
        public FormValidation doTestConnection(
                @AncestorInPath Item item,
                @QueryParameter String server,
                @QueryParameter String credentialsId,
                @QueryParameter String caCertificate) {
            FormPermission.checkConfigure(item);
            TokenCluster cluster = new TokenCluster(server, credentialsId);
            cluster.setCaCertificate(caCertificate);
            return ClusterProbe.run(() -> cluster.login(CredentialLookup.ofForm(item)));
        }
    }
}
