package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static io.jenkins.plugins.k8sprotect.engine.Engine.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Fidelity;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A Job that had finished is there after a restore, finished, and its pods do not run again. */
class FinishedJobsIT {
    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: %s}
            spec:
              suspend: %s
              completions: 2
              parallelism: 2
              template:
                spec: {restartPolicy: Never, containers: [{name: c, image: none.invalid/c}]}
            """;

    private final TestCluster source = Clusters.source();
    private final TestCluster target = Clusters.target();

    @TempDir
    private Path directory;

    @Test
    void jobs_that_had_finished_come_back_finished_and_run_nothing() {
        source.apply(JOB.formatted("done", "false") + "---\n" + JOB.formatted("failed", "true"), "finished");
        source.waitFor(job("finished", "done"), "/status/succeeded", "2");
        source.waitFor(job("finished", "done"), "/status/conditions/1/type", "Complete");
        source.waitFor(job("finished", "failed"), "/status/conditions/0/type", "Suspended");
        fail(job("finished", "failed"));
        source.waitQuiet(Duration.ofSeconds(1));
        Engine engine = Engine.ofNamespaces(directory, "finished");
        assertDone(engine.backup(source));

        assertDone(engine.restore(target));
        target.waitQuiet(Duration.ofSeconds(2));

        assertThat(target.list("/api/v1/namespaces/finished/pods")).isEmpty();
        assertThat(status(target, "done")).isEqualTo(status(source, "done"));
        assertThat(status(target, "failed")).isEqualTo(status(source, "failed"));
        assertThat(Fidelity.compare(snapshot(source), snapshot(target)).differences())
                .isEmpty();
        assertThat(assertDone(engine.restore(target)).totals()).doesNotContainKeys("created", "replaced");
        target.delete("/api/v1/namespaces/finished");
    }

    @Test
    void where_the_status_cannot_be_restored_the_job_stays_suspended_and_the_result_says_so() {
        source.apply(JOB.formatted("done", "false"), "finished2");
        source.waitFor(job("finished2", "done"), "/status/conditions/1/type", "Complete");
        Engine engine = new Engine(
                Engine.definition("{namespaces: [finished2], include: [{kinds: [Job]}]}"), Engine.directory(directory));
        assertDone(engine.backup(source));
        ClusterAccess mayNotTell = LimitedUser.create(
                target,
                "finished2",
                directory,
                "{apiGroups: ['', batch], resources: [jobs, namespaces], verbs: ['*']}");

        OperationResult restored =
                engine.restore(mayNotTell, RestoreOptions.defaults()).result();
        target.waitQuiet(Duration.ofSeconds(2));

        assertThat(restored.outcome()).isEqualTo(Outcome.WARNING);
        assertThat(finding(restored, "job-left-suspended").message())
                .contains("jobs.batch/done")
                .contains("suspended");
        assertThat(target.get(job("finished2", "done"))
                        .orElseThrow()
                        .at("/spec/suspend")
                        .asBoolean())
                .isTrue();
        assertThat(target.list("/api/v1/namespaces/finished2/pods")).isEmpty();

        assertDone(engine.restore(target));
        assertThat(target.get(job("finished2", "done"))
                        .orElseThrow()
                        .at("/spec/suspend")
                        .asBoolean())
                .as("who may tell it goes on from there")
                .isFalse();
        target.waitQuiet(Duration.ofSeconds(2));
        assertThat(target.list("/api/v1/namespaces/finished2/pods")).isEmpty();
        target.delete("/api/v1/namespaces/finished2");
    }

    /** As the Job controller says it. */
    private void fail(String job) {
        String condition = """
                {"type": "%s", "status": "True", "reason": "BackoffLimitExceeded", "message": "it failed",
                 "lastProbeTime": "2026-01-02T03:04:05Z", "lastTransitionTime": "2026-01-02T03:04:05Z"}""";
        Edits.editStatus(source, job, o -> {
            ObjectNode status = o.putObject("status")
                    .put("startTime", "2026-01-02T03:00:00Z")
                    .put("failed", 7);
            Edits.append(status, "conditions", condition.formatted("FailureTarget"));
            Edits.append(status, "conditions", condition.formatted("Failed"));
        });
        Edits.edit(source, job, o -> o.withObject("/spec").put("suspend", false));
    }

    private static ObjectNode status(TestCluster cluster, String name) {
        return (ObjectNode) cluster.get(job("finished", name)).orElseThrow().get("status");
    }

    private static String job(String namespace, String name) {
        return "/apis/batch/v1/namespaces/" + namespace + "/jobs/" + name;
    }

    private static Snapshot snapshot(TestCluster cluster) {
        return Snapshot.of(cluster)
                .only(o -> o.at("/metadata/namespace").asString("").equals("finished"));
    }
}
