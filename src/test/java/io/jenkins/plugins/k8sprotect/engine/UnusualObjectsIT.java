package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Fidelity;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.testbed.Await;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects at the edges of what Kubernetes allows, and a namespace at its end. */
class UnusualObjectsIT {
    private static final int MOST_CONFIG_MAP_BYTES = 1 << 20;

    private final TestCluster source = Clusters.source();
    private final TestCluster target = Clusters.target();

    @TempDir
    private Path directory;

    @Test
    void names_values_and_sizes_at_the_edges_come_back_as_they_were() {
        String longest = "n." + "n".repeat(251);
        source.apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: "Team:Ops Ünal+1&2?#"}
                rules: []
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %1$s}
                data: {a: b}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: values
                  labels: {example.org/empty: ""}
                  annotations: {example.org/empty: "", "example.org/quote": "\\"\\\\\\n\\u2028\\u0001"}
                data: {empty: "", a.key.with.dots: x, unicode: "ünï – 文字 – 🐳 – \\u2028", ".hidden": "\\t\\r\\n "}
                binaryData: {bytes: AAECA/8=}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: nothing}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: nothing}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: largest}
                data: {k: "%2$s"}
                """.formatted(longest, "x".repeat(MOST_CONFIG_MAP_BYTES - 1)), "unusual");
        Engine engine = Engine.ofNamespaces(directory, "unusual");

        assertDone(engine.backup(source));
        assertDone(engine.restore(target));

        Fidelity.Verdict verdict = Fidelity.compare(snapshot(source), snapshot(target));
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.compared()).isEqualTo(6);
        assertThat(assertDone(engine.restore(target)).totals()).doesNotContainKeys("created", "replaced");
        target.delete("/api/v1/namespaces/unusual");
    }

    @Test
    void a_namespace_that_is_being_deleted_is_waited_for() {
        String held = "/api/v1/namespaces/leaving/configmaps/held";
        String config = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: held%s}
                data: {a: b}
                """;
        source.apply(config.formatted(""), "leaving");
        target.apply(config.formatted(", finalizers: [example.org/hold]"), "leaving");
        Engine engine = Engine.ofNamespaces(directory, "leaving");
        assertDone(engine.backup(source));
        target.api().delete("/api/v1/namespaces/leaving");
        target.waitFor("/api/v1/namespaces/leaving", "/status/phase", "Terminating");

        CompletableFuture<OperationResult> restore = CompletableFuture.supplyAsync(() -> engine.restore(target));
        Await.until("the plan is made", Duration.ofSeconds(10), () -> isPlanned(engine), () -> engine.events);
        assertThat(restore).isNotDone();
        Edits.edit(target, held, o -> o.withObject("/metadata").remove("finalizers"));

        assertDone(restore.join());
        assertThat(target.get(held).orElseThrow().at("/metadata").has("finalizers"))
                .isFalse();
        target.delete("/api/v1/namespaces/leaving");
    }

    private static boolean isPlanned(Engine engine) {
        return engine.events.stream()
                .anyMatch(e -> e instanceof Event.Message m && m.text().startsWith("plan: "));
    }

    private static Snapshot snapshot(TestCluster cluster) {
        return Snapshot.of(cluster)
                .only(o -> o.at("/metadata/namespace").asString("").equals("unusual"));
    }
}
