package io.jenkins.plugins.k8sprotect.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Run;
import io.jenkins.plugins.k8sprotect.testkit.FakeApiServer;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a Pipeline's build keeps of an operation. */
@WithJenkins
class ArtifactsTest {
    @TempDir
    private Path storage;

    @Test
    void filesAreArchivedAndThePageTellsTheOutcome(JenkinsRule jenkins) throws Exception {
        try (FakeApiServer server = FakeApiServer.start();
                JenkinsRule.WebClient client = jenkins.createWebClient()) {
            Given.names(jenkins, server.kubeconfig(), storage);

            WorkflowRun run = jenkins.buildAndAssertSuccess(Given.job(jenkins, Given.BACKUP));

            assertEquals(
                    List.of("manifest.json", "report.html", "result.json"),
                    run.getArtifacts().stream()
                            .map(Run.Artifact::getFileName)
                            .sorted()
                            .toList());
            assertTrue(client.getPage(run).asNormalizedText().contains("Backup of shop"));
            assertTrue(client.getPage(run, "k8s-protect/").asNormalizedText().contains("ConfigMap"));
        }
    }
}
