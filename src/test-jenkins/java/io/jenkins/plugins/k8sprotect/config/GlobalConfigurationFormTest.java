package io.jenkins.plugins.k8sprotect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.cloudbees.plugins.credentials.CredentialsScope;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.util.List;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The form in the configuration of Jenkins. */
@WithJenkins
class GlobalConfigurationFormTest {
    @BeforeEach
    void credentials(JenkinsRule jenkins) throws Exception {
        Given.keep(jenkins.jenkins, Given.kubeconfig("kube", CredentialsScope.GLOBAL, "kind: Config"));
        Given.keep(jenkins.jenkins, Given.text("token", "t0ken"));
        Given.keep(jenkins.jenkins, Given.login("keys", "AKIA", "secret"));
    }

    @Test
    void whatWasSetIsThereAgain(JenkinsRule jenkins) throws Exception {
        KubeconfigCluster kubeconfig = new KubeconfigCluster("kube");
        kubeconfig.setContext("admin");
        S3Storage s3 = new S3Storage("backups", "keys");
        s3.setRegion("eu-central-1");
        List<NamedClusterEntry> clusters = List.of(
                new NamedClusterEntry("prod", kubeconfig),
                new NamedClusterEntry("dr", new TokenCluster("https://10.0.0.1:6443", "token")));
        List<NamedStorageEntry> storages = List.of(
                new NamedStorageEntry("backups", s3),
                new NamedStorageEntry("local", new DirectoryStorage("/var/backups")));
        K8sProtectConfiguration before = K8sProtectConfiguration.get();
        before.setClusters(clusters);
        before.setStorages(storages);
        before.setAllowedExecCommands(List.of("aws-iam-authenticator", "/usr/local/bin/kubelogin"));
        before.setMaxConcurrentOnController(7);

        jenkins.configRoundtrip();

        K8sProtectConfiguration after = K8sProtectConfiguration.get();
        jenkins.assertEqualDataBoundBeans(clusters, after.getClusters());
        jenkins.assertEqualDataBoundBeans(storages, after.getStorages());
        assertEquals(List.of("aws-iam-authenticator", "/usr/local/bin/kubelogin"), after.getAllowedExecCommands());
        assertEquals(7, after.getMaxConcurrentOnController());
    }

    @Test
    void nothingStaysNothing(JenkinsRule jenkins) throws Exception {
        jenkins.configRoundtrip();

        assertEquals(List.of(), K8sProtectConfiguration.get().getClusters());
        assertEquals(List.of(), K8sProtectConfiguration.get().getAllowedExecCommands());
        assertEquals(4, K8sProtectConfiguration.get().getMaxConcurrentOnController());
    }

    @Test
    void theLastEntryCanBeRemoved(JenkinsRule jenkins) throws Exception {
        K8sProtectConfiguration.get()
                .setClusters(List.of(new NamedClusterEntry("prod", new KubeconfigCluster("kube"))));
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            HtmlPage page = client.goTo("configure");
            DomElement delete =
                    page.querySelector(".repeated-chunk[name='clusters']:not(.to-be-removed) .repeatable-delete");
            delete.click();

            jenkins.submit(page.getFormByName("config"));
        }
        assertEquals(List.of(), K8sProtectConfiguration.get().getClusters());
    }
}
