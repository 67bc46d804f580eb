package io.jenkins.plugins.k8sprotect.config;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** A bucket at AWS, or of a server that speaks S3. */
public final class S3Storage extends StorageChoice {
    private static final long serialVersionUID = 1;

    private final String bucket;
    private final String credentialsId;
    private String prefix;
    private String region;
    private String endpoint;
    private Boolean pathStyle;

    /**
     * @param bucket name of the bucket
     * @param credentialsId id of a "Username with password": access key id and secret access key
     */
    @DataBoundConstructor
    public S3Storage(String bucket, String credentialsId) {
        this.bucket = Util.fixEmptyAndTrim(bucket);
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public String getBucket() {
        return bucket;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    public String getPrefix() {
        return prefix;
    }

    /** The folder in the bucket; empty: the bucket itself. */
    @DataBoundSetter
    public void setPrefix(String prefix) {
        this.prefix = Util.fixEmptyAndTrim(prefix);
    }

    public String getRegion() {
        return region;
    }

    /** The region to sign for; needed for AWS, {@code us-east-1} where an endpoint is given without it. */
    @DataBoundSetter
    public void setRegion(String region) {
        this.region = Util.fixEmptyAndTrim(region);
    }

    public String getEndpoint() {
        return endpoint;
    }

    /** URL of the server; empty: AWS. */
    @DataBoundSetter
    public void setEndpoint(String endpoint) {
        this.endpoint = Util.fixEmptyAndTrim(endpoint);
    }

    public Boolean getPathStyle() {
        return pathStyle;
    }

    /** Whether the bucket stands in the path instead of the host name; null: where an endpoint is given. */
    @DataBoundSetter
    public void setPathStyle(Boolean pathStyle) {
        this.pathStyle = pathStyle;
    }

    @Override
    public StorageSession open(OperationSite site) throws AbortException {
        return open(CredentialLookup.ofBuild(site.run()));
    }

    @Override
    StorageSession openAsNamed(OperationSite site) throws AbortException {
        return open(CredentialLookup.ofJenkins(site.run()));
    }

    private StorageSession open(CredentialLookup credentials) throws AbortException {
        StoreLogin login = login(credentials);
        return () -> login;
    }

    private StoreLogin login(CredentialLookup credentials) throws AbortException {
        refuseMistakes();
        StandardUsernamePasswordCredentials found =
                credentials.find(credentialsId, StandardUsernamePasswordCredentials.class, "Username with password");
        try {
            StoreCredentials identity =
                    StoreCredentials.of(found.getUsername(), found.getPassword().getPlainText());
            return new StoreLogin.S3(url(), identity);
        } catch (StoreException e) {
            throw new AbortException("credentialsId: " + Shown.quoted(credentialsId) + " cannot be used: "
                    + "the username must be the access key id, and the password the secret access key");
        }
    }

    private StoreUrl.S3 url() {
        return StoreUrl.s3(bucket, prefix, endpoint, region, pathStyle);
    }

    @Override
    protected List<String> mistakes() {
        try {
            url();
            return List.of();
        } catch (StoreException e) {
            return List.of(e.getMessage());
        }
    }

    @Override
    public String shown() {
        String folder = prefix == null ? "" : "/" + prefix;
        return Shown.plain("s3://" + bucket + folder);
    }

    /** The form of it. */
    @Extension
    @Symbol("s3")
    public static final class DescriptorImpl extends Descriptor<StorageChoice> {
        @Override
        public String getDisplayName() {
            return "S3 bucket";
        }

        /** A form has no third state of a yes or no but an empty text, which would be bound as a no. */
        @Override
        public StorageChoice newInstance(StaplerRequest2 request, JSONObject json) throws FormException {
            if (json.optString("pathStyle").isEmpty()) {
                json.remove("pathStyle");
            }
            return super.newInstance(request, json);
        }

        /** How the bucket may be addressed. */
        @POST
        public ListBoxModel doFillPathStyleItems() {
            ListBoxModel model = new ListBoxModel();
            model.add("As the server needs it: in the path where an endpoint is given", "");
            model.add("In the path", "true");
            model.add("In the host name", "false");
            return model;
        }

        /** Whether it can be a bucket's name. */
        @POST
        public FormValidation doCheckBucket(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, value, null, null, "us-east-1");
        }

        /** Whether it can be a folder. */
        @POST
        public FormValidation doCheckPrefix(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, "bucket", value, null, "us-east-1");
        }

        /** Whether it can be the URL of a server. */
        @POST
        public FormValidation doCheckEndpoint(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, "bucket", null, value, "us-east-1");
        }

        /** Whether it can be a region, and is there where it is needed. */
        @POST
        public FormValidation doCheckRegion(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String endpoint) {
            String server = Util.fixEmptyAndTrim(endpoint) == null ? null : "https://s3.example.org";
            return check(item, "bucket", null, server, value);
        }

        private static FormValidation check(Item item, String bucket, String prefix, String endpoint, String region) {
            if (!FormPermission.mayList(item)) {
                return FormValidation.ok();
            }
            S3Storage storage = new S3Storage(bucket, null);
            storage.setPrefix(prefix);
            storage.setEndpoint(endpoint);
            storage.setRegion(region);
            return FormMessages.of(storage.mistakes());
        }

        /** Users with passwords that the form's user may choose from. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialForm.list(item, credentialsId, StandardUsernamePasswordCredentials.class);
        }

        /** Whether there is such a credential. */
        @POST
        public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            return CredentialForm.check(
                    item, value, StandardUsernamePasswordCredentials.class, "Username with password");
        }

        /** Lists from the controller. */
        @POST
        public FormValidation doTestConnection(
                @AncestorInPath Item item,
                @QueryParameter String bucket,
                @QueryParameter String credentialsId,
                @QueryParameter String prefix,
                @QueryParameter String region,
                @QueryParameter String endpoint,
                @QueryParameter String pathStyle) {
            FormPermission.checkConfigure(item);
            S3Storage storage = new S3Storage(bucket, credentialsId);
            storage.setPrefix(prefix);
            storage.setRegion(region);
            storage.setEndpoint(endpoint);
            String style = Util.fixEmptyAndTrim(pathStyle);
            storage.setPathStyle(style == null ? null : Boolean.valueOf(style));
            return StorageProbe.run(() -> storage.login(CredentialLookup.ofForm(item)));
        }
    }
}
