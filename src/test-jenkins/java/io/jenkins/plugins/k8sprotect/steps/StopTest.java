package io.jenkins.plugins.k8sprotect.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.testkit.FakeApiServer;
import io.jenkins.plugins.k8sprotect.testkit.Given;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A step whose API server never answers is stopped: the build ends, and so does the work. */
@WithJenkins
class StopTest {
    @TempDir
    private Path storage;

    private FakeApiServer server;

    @BeforeEach
    void aServerThatDoesNotAnswer(JenkinsRule jenkins) throws Exception {
        server = FakeApiServer.start();
        server.hold();
        Given.names(jenkins, server.kubeconfig(), storage);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void abortEndsTheWorkFirst(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = Given.job(jenkins, Given.BACKUP).scheduleBuild2(0).waitForStart();
        server.awaitQuestion();

        run.getExecutor().interrupt();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("stopping at the next safe point: the build was stopped", run);
        assertEquals(List.of(), engines());
    }

    @Test
    void timeoutDoesToo(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = Given.job(jenkins, "timeout(time: 20, unit: 'SECONDS') {\n" + Given.BACKUP + "}")
                .scheduleBuild2(0)
                .waitForStart();
        server.awaitQuestion();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Cancelling nested steps due to timeout", run);
        jenkins.assertLogNotContains("Body did not finish within grace period", run);
        assertEquals(List.of(), engines());
    }

    /** Threads that an operation works on. */
    private static List<String> engines() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("k8s-protect [0-9a-f]{8}-.*"))
                .toList();
    }
}
