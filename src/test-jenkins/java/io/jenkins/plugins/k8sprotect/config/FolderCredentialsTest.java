package io.jenkins.plugins.k8sprotect.config;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.testkit.FakeApiServer;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which credentials a build finds. */
@WithJenkins
class FolderCredentialsTest {
    private static final String INLINE = Given.BACKUP.replace("'prod'", "kubeconfig('kube-team')");

    @TempDir
    private Path storage;

    private FakeApiServer server;
    private Folder team;

    @BeforeEach
    void aTeamWithACredential(JenkinsRule jenkins) throws Exception {
        server = FakeApiServer.start();
        Given.names(jenkins, server.kubeconfig(), storage);
        team = jenkins.createProject(Folder.class, "team");
        Given.keep(team, Given.kubeconfig("kube-team", CredentialsScope.GLOBAL, server.kubeconfig()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFoldersCredentialIsFoundInIt(JenkinsRule jenkins) throws Exception {
        jenkins.buildAndAssertSuccess(job(team, INLINE));
    }

    @Test
    void itIsNotFoundInAnotherOne(JenkinsRule jenkins) throws Exception {
        Folder others = jenkins.createProject(Folder.class, "others");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job(others, INLINE));

        jenkins.assertLogContains("there is no credential 'kube-team'", run);
    }

    @Test
    void anotherTypeIsNotUsed(JenkinsRule jenkins) throws Exception {
        Given.keep(team, Given.text("words", "t0ken"));

        WorkflowRun run = jenkins.buildAndAssertStatus(
                Result.FAILURE, job(team, Given.BACKUP.replace("'prod'", "kubeconfig('words')")));

        jenkins.assertLogContains("'words' is a ", run);
        jenkins.assertLogContains("needed is a Secret file", run);
    }

    @Test
    void theNearestOneOfAnIdIsMeant(JenkinsRule jenkins) throws Exception {
        Given.keep(jenkins.jenkins, Given.text("kube-team", "of another type"));

        jenkins.buildAndAssertSuccess(job(team, INLINE));
    }

    @Test
    void behindANameIsTheOneOfJenkinsWhateverAFolderHas(JenkinsRule jenkins) throws Exception {
        Given.keep(team, Given.kubeconfig("kube-prod", CredentialsScope.GLOBAL, "not a kubeconfig"));

        jenkins.buildAndAssertSuccess(job(team, Given.BACKUP));
    }

    @Test
    void oneOfSystemScopeIsUsedBehindANameAlone(JenkinsRule jenkins) throws Exception {
        Given.keep(jenkins.jenkins, Given.kubeconfig("hidden", CredentialsScope.SYSTEM, server.kubeconfig()));
        K8sProtectConfiguration.get()
                .setClusters(java.util.List.of(new NamedClusterEntry("prod", new KubeconfigCluster("hidden"))));

        jenkins.buildAndAssertSuccess(job(team, Given.BACKUP));
        WorkflowRun inline = jenkins.buildAndAssertStatus(
                Result.FAILURE, Given.job(jenkins, Given.BACKUP.replace("'prod'", "kubeconfig('hidden')")));

        jenkins.assertLogContains("there is no credential 'hidden'", inline);
    }

    private static WorkflowJob job(Folder folder, String script) throws Exception {
        return Given.with(
                folder.createProject(
                        WorkflowJob.class, "deploy" + folder.getItems().size()),
                script);
    }
}
