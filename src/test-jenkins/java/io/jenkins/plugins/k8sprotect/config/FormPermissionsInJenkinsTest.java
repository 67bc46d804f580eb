package io.jenkins.plugins.k8sprotect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Item;
import io.jenkins.plugins.k8sprotect.testkit.FakeApiServer;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What forms do over the web, and for whom. */
@WithJenkins
class FormPermissionsInJenkinsTest {
    private static final String KUBECONFIG = "descriptorByName/" + KubeconfigCluster.class.getName();
    private static final String TEST = KUBECONFIG + "/testConnection?credentialsId=kube-prod&context=";

    @TempDir
    private Path storage;

    private FakeApiServer server;
    private WorkflowJob job;

    @BeforeEach
    void users(JenkinsRule jenkins) throws Exception {
        server = FakeApiServer.start();
        Given.names(jenkins, server.kubeconfig(), storage);
        job = Given.job(jenkins, "echo 'hello'");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        MockAuthorizationStrategy rights = new MockAuthorizationStrategy();
        rights.grant(Jenkins.ADMINISTER).everywhere().to("admin");
        rights.grant(Jenkins.READ, Item.READ, Item.CONFIGURE, Item.EXTENDED_READ)
                .everywhere()
                .to("developer");
        rights.grant(Jenkins.READ, Item.READ, Item.BUILD).everywhere().to("runner");
        jenkins.jenkins.setAuthorizationStrategy(rights);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoMayConfigureTriesAConnectionOut(JenkinsRule jenkins) throws Exception {
        assertTrue(post(jenkins, "developer", job.getUrl() + TEST)
                .getContentAsString()
                .contains("Connected to"));
        assertTrue(post(jenkins, "admin", TEST).getContentAsString().contains("Connected to"));
    }

    @Test
    void nobodyElseDoes(JenkinsRule jenkins) throws Exception {
        assertEquals(403, post(jenkins, "runner", job.getUrl() + TEST).getStatusCode());
        assertEquals(403, post(jenkins, "runner", TEST).getStatusCode());
        assertEquals(403, post(jenkins, "developer", TEST).getStatusCode());
    }

    @Test
    void aLinkIsNotEnough(JenkinsRule jenkins) throws Exception {
        for (String method : List.of("/testConnection", "/fillCredentialsIdItems", "/checkCredentialsId")) {
            URL url = new URL(jenkins.createWebClient()
                    .createCrumbedUrl(KUBECONFIG + method)
                    .toString());
            int status =
                    ask(jenkins, "admin", new WebRequest(url, HttpMethod.GET)).getStatusCode();
            assertTrue(status == 404 || status == 405, method + ": " + status);
        }
    }

    @Test
    void credentialsAreListedToWhoMaySeeThem(JenkinsRule jenkins) throws Exception {
        Given.keep(jenkins.jenkins, Given.kubeconfig("kube-dr", CredentialsScope.GLOBAL, "kind: Config"));
        String fill = job.getUrl() + KUBECONFIG + "/fillCredentialsIdItems?credentialsId=chosen";

        String all = post(jenkins, "developer", fill).getContentAsString();
        String one = post(jenkins, "runner", fill).getContentAsString();

        assertTrue(all.contains("kube-prod") && all.contains("kube-dr"), all);
        assertTrue(one.contains("chosen") && !one.contains("kube-"), one);
    }

    @Test
    void whetherThereIsACredentialIsNotToldToOthers(JenkinsRule jenkins) throws Exception {
        String check = job.getUrl() + KUBECONFIG + "/checkCredentialsId?value=";

        assertTrue(post(jenkins, "developer", check + "no-such")
                .getContentAsString()
                .contains("there is no credential"));
        assertEquals(
                post(jenkins, "runner", check + "kube-prod").getContentAsString(),
                post(jenkins, "runner", check + "no-such").getContentAsString());
    }

    @Test
    void namesAreListedToWhoMaySeeThem(JenkinsRule jenkins) throws Exception {
        String fill = job.getUrl() + "descriptorByName/" + NamedCluster.class.getName() + "/fillNameItems?name=";

        assertTrue(post(jenkins, "developer", fill).getContentAsString().contains("prod"));
        assertFalse(post(jenkins, "runner", fill).getContentAsString().contains("prod"));
    }

    private static WebResponse post(JenkinsRule jenkins, String user, String path) throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            client.login(user);
            return ask(client, new WebRequest(client.createCrumbedUrl(path), HttpMethod.POST));
        }
    }

    private static WebResponse ask(JenkinsRule jenkins, String user, WebRequest request) throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            client.login(user);
            return ask(client, request);
        }
    }

    private static WebResponse ask(JenkinsRule.WebClient client, WebRequest request) throws Exception {
        return client.withThrowExceptionOnFailingStatusCode(false)
                .getPage(request)
                .getWebResponse();
    }
}
