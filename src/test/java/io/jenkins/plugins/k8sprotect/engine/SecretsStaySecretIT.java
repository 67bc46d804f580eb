package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.plan.ConflictPolicy;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.HtmlReport;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import io.jenkins.plugins.k8sprotect.engine.result.ResultJson;
import io.jenkins.plugins.k8sprotect.engine.result.TextReport;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of Secrets are in the backup and in the cluster, and in nothing that people read. */
class SecretsStaySecretIT {
    private static final String RECORDED = "planted-when-backed-up";
    private static final String LIVE = "planted-since-then";
    private static final String ANNOTATED = "planted-in-last-applied";

    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: planted
              annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data": "%s"}'}
            immutable: %s
            stringData: {password: %s}
            """;

    private final TestCluster cluster = Clusters.source();
    private final StringBuilder seen = new StringBuilder();

    @TempDir
    private Path directory;

    private Engine engine;

    @BeforeEach
    void backUp() {
        plant("false", RECORDED);
        engine = Engine.ofNamespaces(directory, "planted");
        see(assertDone(engine.backup(cluster)));
    }

    @AfterEach
    void cleanUp() {
        cluster.delete("/api/v1/namespaces/planted/secrets/planted");
    }

    @Test
    void a_plan_says_that_a_secret_changes_but_not_from_what_to_what() {
        plant("false", LIVE);

        RestoreOutcome plan = engine.plan(cluster, RestoreOptions.defaults());

        see(plan);
        assertThat(plan.plan().toString()).contains("/data/password");
        assertNothingSecretWasSeen();
    }

    @Test
    void a_restore_that_replaces_it_shows_no_value() {
        plant("false", LIVE);

        RestoreOutcome restored = engine.restore(cluster, RestoreOptions.defaults());

        assertDone(restored.result());
        see(restored);
        assertNothingSecretWasSeen();
    }

    @Test
    void a_conflict_shows_no_value() {
        plant("false", LIVE);

        see(engine.plan(cluster, RestoreOptions.defaults().onConflict(ConflictPolicy.FAIL)));
        see(engine.restore(cluster, RestoreOptions.defaults().onConflict(ConflictPolicy.FAIL)));

        assertNothingSecretWasSeen();
    }

    @Test
    void what_the_server_refuses_shows_no_value() {
        plant("true", LIVE);

        RestoreOutcome refused = engine.restore(cluster, RestoreOptions.defaults());

        assertThat(refused.result().outcome()).isEqualTo(Outcome.FAILED);
        see(refused);
        assertThat(seen).contains("Secret planted/planted").contains("immutable");
        assertNothingSecretWasSeen();
    }

    @Test
    void what_may_not_be_written_shows_no_value() {
        ClusterAccess reader = LimitedUser.create(
                cluster,
                "planted",
                directory,
                "{apiGroups: ['', rbac.authorization.k8s.io], resources: ['*'], verbs: [get, list]}");
        plant("false", LIVE);

        RestoreOutcome refused = engine.restore(reader, RestoreOptions.defaults());

        assertThat(refused.result().outcome()).isEqualTo(Outcome.FAILED);
        see(refused);
        assertNothingSecretWasSeen();
    }

    private void plant(String immutable, String value) {
        cluster.apply(SECRET.formatted(ANNOTATED, immutable, value), "planted");
    }

    private void see(RestoreOutcome outcome) {
        seen.append(outcome.plan());
        List<ReportRow> rows = outcome.plan().steps().stream()
                .map(s -> new ReportRow(
                        s.target(),
                        s.action().word(),
                        s.reason(),
                        s.changes().stream().map(Object::toString).toList()))
                .toList();
        seen.append(HtmlReport.render(outcome.result(), rows));
        see(outcome.result());
    }

    private void see(OperationResult result) {
        seen.append(result).append(ResultJson.write(result)).append(TextReport.render(result));
        seen.append(HtmlReport.render(result, List.of())).append(engine.events);
    }

    private void assertNothingSecretWasSeen() {
        assertThat(seen).contains("planted/planted");
        for (String value : List.of(RECORDED, LIVE, ANNOTATED)) {
            String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
            assertThat(seen).doesNotContain(value).doesNotContain(encoded.substring(0, 16));
        }
    }
}
