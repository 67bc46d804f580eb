package io.jenkins.plugins.k8sprotect.testkit;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.ModelObject;
import hudson.util.Secret;
import io.jenkins.plugins.k8sprotect.config.DirectoryStorage;
import io.jenkins.plugins.k8sprotect.config.K8sProtectConfiguration;
import io.jenkins.plugins.k8sprotect.config.KubeconfigCluster;
import io.jenkins.plugins.k8sprotect.config.NamedClusterEntry;
import io.jenkins.plugins.k8sprotect.config.NamedStorageEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** What an administrator and the authors of jobs have set up. */
public final class Given {
    /** A backup of what {@link FakeApiServer} has, under the names of {@link #names}. */
    public static final String BACKUP = """
            def b = k8sBackup(cluster: 'prod', storage: 'backups', app: '''
            apiVersion: protect.k8s.jenkins.io/v1
            kind: Application
            metadata:
              name: shop
            spec:
              namespaces: [shop]
            ''')
            """;

    private Given() {}

    /** The cluster {@code prod} by the credential {@code kube-prod}, and the storage {@code backups}, a directory. */
    public static void names(JenkinsRule jenkins, String kubeconfig, Path storage) throws Exception {
        keep(jenkins.jenkins, kubeconfig("kube-prod", CredentialsScope.GLOBAL, kubeconfig));
        K8sProtectConfiguration configuration = K8sProtectConfiguration.get();
        configuration.setClusters(List.of(new NamedClusterEntry("prod", new KubeconfigCluster("kube-prod"))));
        configuration.setStorages(List.of(new NamedStorageEntry("backups", new DirectoryStorage(storage.toString()))));
    }

    /** A sandboxed Pipeline. */
    public static WorkflowJob job(JenkinsRule jenkins, String script) throws Exception {
        return with(jenkins.createProject(WorkflowJob.class), script);
    }

    /** Gives a job its sandboxed Pipeline. */
    public static WorkflowJob with(WorkflowJob job, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** Keeps a credential in a folder, or in Jenkins itself. */
    public static void keep(ModelObject owner, Credentials credentials) throws IOException {
        for (CredentialsStore store : CredentialsProvider.lookupStores(owner)) {
            if (store.getContext().equals(owner)) {
                store.addCredentials(Domain.global(), credentials);
                return;
            }
        }
        throw new IOException("no credentials can be kept in " + owner.getDisplayName());
    }

    public static Credentials kubeconfig(String id, CredentialsScope scope, String text) {
        SecretBytes bytes = SecretBytes.fromRawBytes(text.getBytes(StandardCharsets.UTF_8));
        return new FileCredentialsImpl(scope, id, "", "kubeconfig", bytes);
    }

    public static Credentials text(String id, String secret) {
        return new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString(secret));
    }

    public static Credentials login(String id, String user, String password) throws Exception {
        return new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, "", user, password);
    }
}
