package io.jenkins.plugins.k8sprotect.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.cloudbees.plugins.credentials.CredentialsScope;
import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.DirectoryStorage;
import io.jenkins.plugins.k8sprotect.config.JenkinsArtifacts;
import io.jenkins.plugins.k8sprotect.config.K8sProtectConfiguration;
import io.jenkins.plugins.k8sprotect.config.KubeconfigCluster;
import io.jenkins.plugins.k8sprotect.config.NamedClusterEntry;
import io.jenkins.plugins.k8sprotect.config.NamedStorageEntry;
import io.jenkins.plugins.k8sprotect.config.S3Storage;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import io.jenkins.plugins.k8sprotect.config.TokenCluster;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Each kind of cluster and storage in a step's form: what was entered is there again after it was saved. */
@WithJenkins
class ChoiceFormsTest {
    @BeforeEach
    void whatTheFormsListsHave(JenkinsRule jenkins) throws Exception {
        Given.keep(jenkins.jenkins, Given.kubeconfig("kube", CredentialsScope.GLOBAL, "kind: Config"));
        Given.keep(jenkins.jenkins, Given.text("token", "t0ken"));
        Given.keep(jenkins.jenkins, Given.login("keys", "AKIA", "secret"));
        K8sProtectConfiguration configuration = K8sProtectConfiguration.get();
        configuration.setClusters(List.of(new NamedClusterEntry("prod", new KubeconfigCluster("kube"))));
        configuration.setStorages(List.of(new NamedStorageEntry("backups", new DirectoryStorage("/backups"))));
    }

    @Test
    void everyKindOfCluster(JenkinsRule jenkins) throws Exception {
        KubeconfigCluster kubeconfig = new KubeconfigCluster("kube");
        kubeconfig.setContext("admin");
        TokenCluster token = new TokenCluster("https://10.0.0.1:6443", "token");
        token.setCaCertificate("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----");

        for (ClusterChoice cluster : List.of(kubeconfig, token)) {
            BackupStep step = new BackupStep("k8s/shop.yaml", cluster, "backups");
            jenkins.assertEqualDataBoundBeans(step, roundTrip(jenkins, step));
        }
    }

    @Test
    void everyKindOfStorage(JenkinsRule jenkins) throws Exception {
        S3Storage s3 = new S3Storage("backups", "keys");
        s3.setPrefix("team/prod");
        s3.setRegion("eu-central-1");
        s3.setEndpoint("https://s3.example.org");
        s3.setPathStyle(true);
        JenkinsArtifacts artifacts = new JenkinsArtifacts();
        artifacts.setJob("../nightly");
        artifacts.setBuild("lastSuccessful");

        for (StorageChoice storage : List.of(s3, artifacts, new DirectoryStorage("/var/backups"))) {
            RestoreStep step = new RestoreStep("shop", "prod", storage);
            jenkins.assertEqualDataBoundBeans(step, roundTrip(jenkins, step));
        }
    }

    @Test
    void aBucketThatLeavesItsAddressToTheServer(JenkinsRule jenkins) throws Exception {
        RestoreStep step = new RestoreStep("shop", "prod", new S3Storage("backups", "keys"));

        assertEquals(null, ((S3Storage) roundTrip(jenkins, step).getStorage()).getPathStyle());
    }

    @Test
    void aRestoreWithoutOptionsStaysOne(JenkinsRule jenkins) throws Exception {
        RestoreStep step = new RestoreStep("shop", "prod", "backups");

        RestoreStep after = roundTrip(jenkins, step);

        assertEquals(Map.of(), after.getMapNamespaces());
        assertEquals(List.of(), after.getExclude());
        jenkins.assertEqualDataBoundBeans(step, after);
    }

    private static <S extends org.jenkinsci.plugins.workflow.steps.Step> S roundTrip(JenkinsRule jenkins, S step)
            throws Exception {
        return new StepConfigTester(jenkins).configRoundTrip(step);
    }
}
