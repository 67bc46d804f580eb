package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static io.jenkins.plugins.k8sprotect.engine.Engine.count;
import static io.jenkins.plugins.k8sprotect.engine.Engine.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.fidelity.Fidelity;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.engine.plan.Action;
import io.jenkins.plugins.k8sprotect.engine.plan.ConflictPolicy;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Back to the state of the backup, after this or that went wrong in a namespace. */
class RecoverAfterIT {
    private static final String NAMESPACE = "recover";
    private static final String SETTINGS = "/api/v1/namespaces/recover/configmaps/settings";
    private static final String WEB = "/api/v1/namespaces/recover/services/web";
    private static final String BATCH = "/apis/batch/v1/namespaces/recover/jobs/batch";
    private static final String DATA = "/api/v1/namespaces/recover/persistentvolumeclaims/data";

    private static final String CONFIG = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, labels: {tier: web}}
            data: {colour: blue}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {%s selector: {app: web}, ports: [{port: 80}]}
            """;
    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: batch}
            spec:
              suspend: true
              template:
                spec: {restartPolicy: Never, containers: [{name: c, image: "none.invalid/batch:%s"}]}
            """;
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], storageClassName: none, resources: {requests: {storage: %s}}}
            """;

    private final TestCluster cluster = Clusters.source();

    @TempDir
    private Path directory;

    private Engine engine;
    private Snapshot before;

    @BeforeEach
    void backUp() {
        cluster.apply(
                String.join(
                        "---\n",
                        CONFIG,
                        SERVICE.formatted("clusterIP: None,"),
                        JOB.formatted("1"),
                        CLAIM.formatted("1Gi")),
                NAMESPACE);
        cluster.waitFor(BATCH, "/status/conditions/0/type", "Suspended");
        engine = Engine.ofNamespaces(directory, NAMESPACE);
        assertDone(engine.backup(cluster));
        before = snapshot();
    }

    @AfterEach
    void startAnew() {
        List.of(SETTINGS, WEB, BATCH, DATA).forEach(cluster::delete);
    }

    @Test
    void a_deleted_object_comes_back_and_the_others_stay_untouched() {
        cluster.delete(SETTINGS);

        OperationResult restored = assertDone(engine.restore(cluster));

        assertThat(restored.totals()).containsEntry("created", 1L);
        assertThat(Fidelity.compare(before, snapshot()).differences()).isEmpty();
        Map<String, String> others = before.versions();
        others.keySet().removeIf(k -> k.endsWith("|settings"));
        assertThat(snapshot().versions()).containsAllEntriesOf(others);
    }

    @Test
    void a_changed_field_goes_back_and_an_added_one_goes_away() {
        change();

        RestoreOutcome plan = engine.plan(cluster, RestoreOptions.defaults());
        OperationResult restored = assertDone(engine.restore(cluster));

        assertThat(plan.plan().steps())
                .filteredOn(s -> s.action() == Action.REPLACE)
                .flatExtracting(s -> s.changes())
                .extracting(Object::toString)
                .containsExactly(
                        "/data/added removed: \"later\"",
                        "/data/colour: \"red\" → \"blue\"",
                        "/metadata/labels/team removed: \"x\"");
        assertThat(restored.totals()).containsEntry("replaced", 1L);
        assertThat(Fidelity.compare(before, snapshot()).differences()).isEmpty();
    }

    static List<Arguments> immutableFields() {
        return List.of(
                Arguments.of(WEB, SERVICE.formatted(""), "Service recover/web", "spec.clusterIPs[0]"),
                Arguments.of(BATCH, JOB.formatted("2"), "Job.batch recover/batch", "spec.template"),
                Arguments.of(DATA, CLAIM.formatted("2Gi"), "PersistentVolumeClaim recover/data", "spec"));
    }

    @ParameterizedTest(name = "{2} {3}")
    @MethodSource("immutableFields")
    void a_field_that_cannot_be_changed_is_named_and_is_never_success(
            String path, String different, String object, String field) {
        cluster.delete(path);
        cluster.apply(different, NAMESPACE);
        change();

        OperationResult restored =
                engine.restore(cluster, RestoreOptions.defaults()).result();

        assertThat(restored.outcome()).isEqualTo(Outcome.FAILED);
        Finding invalid = finding(restored, "invalid");
        assertThat(invalid.object()).hasToString(object);
        assertThat(invalid.message()).contains("fields: ").contains(field);
        assertThat(count(restored, "ConfigMap", "replaced"))
                .as("the others go on")
                .isEqualTo(1);
    }

    @Test
    void with_conflict_fail_nothing_is_written() {
        change();
        cluster.delete(DATA);
        Map<String, String> versions = snapshot().versions();

        RestoreOutcome refused =
                engine.restore(cluster, RestoreOptions.defaults().onConflict(ConflictPolicy.FAIL));

        assertThat(refused.result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding(refused.result(), "conflict").object()).hasToString("ConfigMap recover/settings");
        assertThat(snapshot().versions()).isEqualTo(versions);
    }

    @Test
    void with_conflict_skip_what_is_different_stays_and_what_is_missing_comes_back() {
        change();
        cluster.delete(DATA);
        String changed = snapshot().versions().get("/ConfigMap|recover|settings");

        OperationResult restored =
                assertDone(engine.restore(cluster, RestoreOptions.defaults().onConflict(ConflictPolicy.SKIP))
                        .result());

        assertThat(restored.totals()).containsEntry("created", 1L);
        assertThat(count(restored, "ConfigMap", "skipped")).isEqualTo(1);
        assertThat(snapshot().versions()).containsEntry("/ConfigMap|recover|settings", changed);
        assertThat(cluster.get(DATA)).isPresent();
    }

    private void change() {
        Edits.edit(cluster, SETTINGS, o -> {
            o.withObject("/data").put("colour", "red").put("added", "later");
            o.withObject("/metadata").withObject("/labels").put("team", "x");
        });
    }

    private Snapshot snapshot() {
        return Snapshot.of(cluster)
                .only(o -> o.at("/metadata/namespace").asString("").equals(NAMESPACE)
                        && !o.path("kind").asString().equals("EndpointSlice")
                        && !o.path("kind").asString().equals("Endpoints"));
    }
}
