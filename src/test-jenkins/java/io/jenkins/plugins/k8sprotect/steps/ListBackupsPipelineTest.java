package io.jenkins.plugins.k8sprotect.steps;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.config.DirectoryStorage;
import io.jenkins.plugins.k8sprotect.config.K8sProtectConfiguration;
import io.jenkins.plugins.k8sprotect.config.NamedStorageEntry;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step in a real Jenkins: its form, and Pipelines that run it. */
@WithJenkins
class ListBackupsPipelineTest {

    @TempDir
    private Path folder;

    @Test
    void theFormKeepsWhatWasEntered(JenkinsRule jenkins) throws Exception {
        ListBackupsStep step = new ListBackupsStep("backups");
        step.setApp("shop");

        jenkins.assertEqualDataBoundBeans(step, new StepConfigTester(jenkins).configRoundTrip(step));
    }

    @Test
    void aChoiceIsKeptAndAnEmptyFieldStaysTheDefault(JenkinsRule jenkins) throws Exception {
        ListBackupsStep step = new ListBackupsStep(new DirectoryStorage("/backups"));

        jenkins.assertEqualDataBoundBeans(step, new StepConfigTester(jenkins).configRoundTrip(step));
    }

    @Test
    void aSandboxedPipelineReadsTheList(JenkinsRule jenkins) throws Exception {
        K8sProtectConfiguration.get()
                .setStorages(List.of(new NamedStorageEntry("backups", new DirectoryStorage(folder.toString()))));
        WorkflowRun run = jenkins.buildAndAssertSuccess(pipeline(jenkins, """
                node {
                    def backups = k8sListBackups(storage: 'backups')
                    echo "found ${backups.size()} ${backups.collect { it.id }}"
                }
                """));

        jenkins.assertLogContains("found 0 []", run);
    }

    @Test
    void aMissingStorageFailsWithWhatToWrite(JenkinsRule jenkins) throws Exception {
        WorkflowRun run =
                jenkins.buildAndAssertStatus(Result.FAILURE, pipeline(jenkins, "node { k8sListBackups(app: 'shop') }"));

        jenkins.assertLogContains("k8sListBackups: storage: found nothing", run);
    }

    @Test
    void anUnknownNameIsNamed(JenkinsRule jenkins) throws Exception {
        WorkflowRun run =
                jenkins.buildAndAssertStatus(Result.FAILURE, pipeline(jenkins, "k8sListBackups(storage: 'none')"));

        jenkins.assertLogContains("none", run);
    }

    private static WorkflowJob pipeline(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
