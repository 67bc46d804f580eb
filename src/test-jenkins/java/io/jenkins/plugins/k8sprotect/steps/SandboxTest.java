package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.testkit.FakeApiServer;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a Pipeline in the sandbox reads of a result. */
@WithJenkins
class SandboxTest {
    @TempDir
    private Path storage;

    @Test
    void everyPartOfAResultCanBeRead(JenkinsRule jenkins) throws Exception {
        try (FakeApiServer server = FakeApiServer.start()) {
            Given.names(jenkins, server.kubeconfig(), storage);
            WorkflowRun run = jenkins.buildAndAssertSuccess(Given.job(jenkins, Given.BACKUP + """
                    sleep 1
                    echo "id ${b.id}, outcome ${b.outcome}, operation ${b.operation} of ${b.app}"
                    echo "ConfigMaps ${b.counts['ConfigMap'].captured}, all ${b.totals.captured}"
                    echo "warnings ${b.warnings.size()}, findings ${b.findings.size()}, first ${b.findings[0]?.code}"
                    echo "took ${b.durationMillis > 0}, phases ${b.timings.keySet()}, began ${b.started}"
                    echo "cluster ${b.cluster} as ${b.identity}, files in ${b.artifacts}"
                    echo "plan ${b.plan.size()}, runs ${b.runs.size()}: ${b}"
                    def list = b.warnings
                    list.add('of my own')
                    """));

            jenkins.assertLogContains("operation backup of shop", run);
            jenkins.assertLogContains("ConfigMaps 1,", run);
            jenkins.assertLogContains("took true", run);
            jenkins.assertLogContains("as ci, files in k8s-protect/backup-shop-1", run);
            jenkins.assertLogNotContains("planted-token-5d1f", run);
        }
    }
}
