package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.testkit.FakeApiServer;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** Jenkins ends while a step runs, in a process of its own, and another one goes on with it. */
class RestartTest {
    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension();

    @TempDir
    private Path storage;

    @Test
    void aBackupGoesOnUnderTheSameId() throws Throwable {
        try (FakeApiServer server = FakeApiServer.start()) {
            server.hold();
            String kubeconfig = server.kubeconfig();
            String folder = storage.toString();

            jenkins.then(r -> begin(r, kubeconfig, folder));
            server.release();
            jenkins.then(RestartTest::goOn);
        }
    }

    private static void begin(JenkinsRule r, String kubeconfig, String folder) throws Throwable {
        Given.names(r, kubeconfig, Path.of(folder));
        WorkflowJob job = r.createProject(WorkflowJob.class, "nightly");
        WorkflowRun run = Given.with(job, Given.BACKUP + "echo \"ended as ${b.outcome} under ${b.id}\"")
                .scheduleBuild2(0)
                .waitForStart();
        r.waitForMessage("runs on the controller", run);
    }

    private static void goOn(JenkinsRule r) throws Throwable {
        WorkflowRun run =
                r.jenkins.getItemByFullName("nightly", WorkflowJob.class).getLastBuild();
        r.assertBuildStatusSuccess(r.waitForCompletion(run));
        r.assertLogContains("goes on, attempt 2", run);
        String id = JenkinsRule.getLog(run).replaceFirst("(?s).*, as backup (\\S+).*", "$1");
        r.assertLogContains(" under " + id, run);
    }
}
