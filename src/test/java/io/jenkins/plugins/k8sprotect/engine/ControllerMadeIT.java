package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static io.jenkins.plugins.k8sprotect.engine.Engine.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.fidelity.Fidelity;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What controllers make again is left out and counted; what nobody makes again is captured. */
class ControllerMadeIT {
    private static final String POD_SPEC = "{restartPolicy: Never, containers: [{name: c, image: none.invalid/c}]}";
    private static final String CRON_JOBS = "/apis/batch/v1/namespaces/made/cronjobs";

    private final TestCluster source = Clusters.source();
    private final TestCluster target = Clusters.target();

    @Test
    void only_what_has_no_maker_is_captured(@TempDir Path directory) {
        deploy();
        Engine engine = Engine.ofNamespaces(directory, "made");

        OperationResult backup = assertDone(engine.backup(source));
        assertDone(engine.restore(target));

        assertThat(count(backup, "ReplicaSet.apps", "made-by-controller"))
                .as("of the Deployment")
                .isEqualTo(1);
        assertThat(count(backup, "ReplicaSet.apps", "captured"))
                .as("the bare one")
                .isEqualTo(1);
        assertThat(count(backup, "Job.batch", "made-by-controller"))
                .as("of the CronJob")
                .isEqualTo(1);
        assertThat(count(backup, "Pod", "made-by-controller"))
                .as("of two ReplicaSets and a Job")
                .isEqualTo(3);
        assertThat(count(backup, "Pod", "captured")).as("the bare one").isEqualTo(1);
        assertThat(count(backup, "EndpointSlice.discovery.k8s.io", "made-by-controller"))
                .isEqualTo(1);
        assertThat(count(backup, "EndpointSlice.discovery.k8s.io", "captured")).isZero();
        assertThat(count(backup, "ControllerRevision.apps", "captured")).isZero();

        target.waitFor("/api/v1/namespaces/made/pods/bare", "/status/phase", "Running");
        target.waitFor("/apis/apps/v1/namespaces/made/replicasets/bare", "/status/readyReplicas", "1");
        target.waitFor("/apis/apps/v1/namespaces/made/deployments/web", "/status/readyReplicas", "1");
        target.waitQuiet(Duration.ofSeconds(1));
        assertThat(Fidelity.compare(snapshot(source), snapshot(target)).differences())
                .isEmpty();
        target.delete("/api/v1/namespaces/made");
    }

    private void deploy() {
        source.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: c, image: none.invalid/c}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {selector: {app: web}, ports: [{port: 80}]}
                ---
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: bare}
                spec:
                  selector: {matchLabels: {app: bare-set}}
                  template:
                    metadata: {labels: {app: bare-set}}
                    spec: {containers: [{name: c, image: none.invalid/c}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: bare}
                spec: %1$s
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly}
                spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: %1$s}}}}
                """.formatted(POD_SPEC), "made");
        // As "kubectl create job --from=cronjob/nightly" does.
        Edits.create(source, "/apis/batch/v1/namespaces/made/jobs", """
                {"apiVersion": "batch/v1", "kind": "Job",
                 "metadata": {"name": "nightly-now", "namespace": "made", "ownerReferences": [%s]},
                 "spec": {"template": {"spec": {"restartPolicy": "Never",
                          "containers": [{"name": "c", "image": "none.invalid/c"}]}}}}""".formatted(
                        Edits.ownedBy(source, CRON_JOBS + "/nightly")));
        source.waitFor("/api/v1/namespaces/made/pods/bare", "/status/phase", "Running");
        source.waitFor("/apis/batch/v1/namespaces/made/jobs/nightly-now", "/status/succeeded", "1");
        source.waitFor("/apis/apps/v1/namespaces/made/replicasets/bare", "/status/readyReplicas", "1");
        source.waitFor("/apis/apps/v1/namespaces/made/deployments/web", "/status/readyReplicas", "1");
        source.waitQuiet(Duration.ofSeconds(1));
    }

    private static Snapshot snapshot(TestCluster cluster) {
        return Snapshot.of(cluster)
                .only(o -> o.at("/metadata/namespace").asString("").equals("made"));
    }
}
