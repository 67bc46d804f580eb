package io.jenkins.plugins.k8sprotect.steps;

import hudson.model.Label;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.k8sprotect.testkit.FakeApiServer;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Inside {@code node} a step runs on the agent, in the agent's own process. */
@WithJenkins
class AgentTest {
    private static final String ON_AGENT = "node('linux') {\n" + Given.BACKUP + "echo \"ended as ${b.outcome}\"\n}";

    @TempDir
    private Path storage;

    @Test
    void theEngineRunsThere(JenkinsRule jenkins) throws Exception {
        jenkins.createOnlineSlave(Label.get("linux"));
        try (FakeApiServer server = FakeApiServer.start()) {
            Given.names(jenkins, server.kubeconfig(), storage);

            WorkflowRun run = jenkins.buildAndAssertSuccess(Given.job(jenkins, ON_AGENT));

            jenkins.assertLogContains("runs on agent ", run);
            jenkins.assertLogContains("k8s-protect/backup-shop-1 in the build's artifacts", run);
        }
    }

    @Test
    void anAgentThatIsLostIsWaitedFor(JenkinsRule jenkins) throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("linux"));
        try (FakeApiServer server = FakeApiServer.start()) {
            server.hold();
            Given.names(jenkins, server.kubeconfig(), storage);
            WorkflowRun run = Given.job(jenkins, ON_AGENT).scheduleBuild2(0).waitForStart();
            server.awaitQuestion();

            jenkins.disconnectSlave(agent);
            jenkins.waitForMessage("waiting for it until the deadline", run);
            server.release();
            agent.toComputer().connect(false);
            jenkins.waitOnline(agent);

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("goes on, attempt 2", run);
        }
    }
}
