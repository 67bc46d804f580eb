package io.jenkins.plugins.k8sprotect.steps;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.config.DirectoryStorage;
import io.jenkins.plugins.k8sprotect.config.KubeconfigCluster;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of the steps that run an operation, and what Jenkins itself makes of their parameters. */
@WithJenkins
class OperationFormsTest {

    @Test
    void aBackupsFormKeepsNames(JenkinsRule jenkins) throws Exception {
        roundTrip(jenkins, new BackupStep("k8s/shop.yaml", "prod", "backups"));
    }

    @Test
    void aBackupsFormKeepsChoicesAndWords(JenkinsRule jenkins) throws Exception {
        KubeconfigCluster cluster = new KubeconfigCluster("kube-prod");
        cluster.setContext("admin");
        BackupStep step = new BackupStep("k8s/shop.yaml", cluster, new DirectoryStorage("/backups"));
        step.setOnForbidden("warn");
        step.setTimeoutMinutes(15);
        step.setUnstableOn("warning");

        roundTrip(jenkins, step);
    }

    @Test
    void aRestoresFormKeepsItsMapAndItsList(JenkinsRule jenkins) throws Exception {
        RestoreStep step = new RestoreStep("shop", "dr", "backups");
        step.setMapNamespaces(Map.of("shop", "shop-staging"));
        step.setExclude(List.of("Event", "Secret/shop/*"));
        step.setConflict("skip");
        step.setPlan(true);

        RestoreStep again = new StepConfigTester(jenkins).configRoundTrip(step);

        jenkins.assertEqualBeans(step, again, "app,cluster,storage,backup,mapNamespaces,exclude,conflict,plan");
    }

    @Test
    void aHooksFormKeepsItsAction(JenkinsRule jenkins) throws Exception {
        ExecChoice exec = new ExecChoice(List.of("sync", "-f"));
        exec.setSelector("app=db");
        exec.setTarget("one");
        roundTrip(jenkins, new HookStep("prod", "shop", exec));
        ApplyChoice apply = new ApplyChoice();
        apply.setFile("policy.yaml");
        apply.setAllowClusterScoped(true);
        roundTrip(jenkins, new HookStep("prod", "shop", apply));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, pipeline(jenkins, """
                k8sRestore(app: 'shop', backup: 'newest', mapNamespaces: [shop: 7, db: 7], conflict: 'merge')
                """));

        jenkins.assertLogContains("cluster: found nothing", run);
        jenkins.assertLogContains("storage: found nothing", run);
        jenkins.assertLogContains("backup: found 'newest'", run);
        jenkins.assertLogContains("conflict: found 'merge'", run);
        jenkins.assertLogContains("two namespaces mapped to the same one", run);
    }

    @Test
    void aFileNeedsAWorkspace(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, pipeline(jenkins, """
                k8sBackup(app: 'k8s/shop.yaml', cluster: token(server: 'https://c', credentialsId: 'x'), \
                storage: s3(bucket: 'b', credentialsId: 'y'))
                """));

        jenkins.assertLogContains("put the step into node { … }", run);
    }

    private static void roundTrip(JenkinsRule jenkins, Step step) throws Exception {
        jenkins.assertEqualDataBoundBeans(step, new StepConfigTester(jenkins).configRoundTrip(step));
    }

    private static WorkflowJob pipeline(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
