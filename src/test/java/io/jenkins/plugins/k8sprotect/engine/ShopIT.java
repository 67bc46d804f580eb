package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static io.jenkins.plugins.k8sprotect.engine.Engine.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.fidelity.Fidelity;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.engine.plan.Action;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main way, with an application of two namespaces and cluster-scoped objects. */
class ShopIT {
    /** Fewer would mean that the comparison looks at nothing. */
    private static final int OBJECTS = 30;

    private static final Map<String, String> CLONE = Map.of("shop", "shop-copy", "shop-db", "shop-db-copy");

    private final TestCluster source = Clusters.source();

    @BeforeEach
    void deploy() {
        Shop.deploy(source);
    }

    @Test
    void what_was_destroyed_comes_back_in_place_and_another_restore_writes_nothing(@TempDir Path directory) {
        Engine engine = new Engine(Shop.definition(), Engine.directory(directory));
        Snapshot before = Shop.snapshot(source);

        assertDone(engine.backup(source));
        Shop.destroy(source);
        OperationResult restored = assertDone(engine.restore(source));

        assertThat(restored.totals().get("created")).isGreaterThan(OBJECTS);
        assertSame(before, source);

        Map<String, String> versions = Snapshot.of(source).versions();
        RestoreOutcome again = engine.restore(source, RestoreOptions.defaults());

        assertThat(again.plan().steps()).noneMatch(s -> s.writes());
        assertThat(again.result().totals().keySet()).isSubsetOf(Set.of("unchanged", "skipped"));
        assertThat(Snapshot.of(source).versions()).isEqualTo(versions);
    }

    @Test
    void it_comes_up_in_another_cluster_from_s3_and_the_plan_before_wrote_nothing() {
        TestCluster target = Clusters.target();
        Shop.destroy(target);
        target.waitQuiet(Duration.ofSeconds(1));
        Engine engine = new Engine(Shop.definition(), Engine.s3());
        Snapshot before = Shop.snapshot(source);
        assertDone(engine.backup(source));

        Map<String, String> versions = Snapshot.of(target).versions();
        RestoreOutcome plan = engine.plan(target, RestoreOptions.defaults());

        assertThat(plan.plan().steps())
                .filteredOn(s -> s.action() == Action.CREATE)
                .hasSizeGreaterThan(OBJECTS);
        assertThat(Snapshot.of(target).versions()).isEqualTo(versions);

        assertDone(engine.restore(target));

        assertSame(before, target);
    }

    @Test
    void a_clone_lives_beside_its_source_and_does_not_touch_it(@TempDir Path directory) {
        Engine engine = new Engine(Shop.definition(), Engine.directory(directory));
        Snapshot before = Shop.snapshot(source);
        // Two Services cannot have the same port of a node.
        RestoreOptions options = RestoreOptions.defaults()
                .mapping(CLONE)
                .excluding(Engine.definition("{namespaces: [shop], exclude: [{kinds: [Service], names: [kiosk]}]}")
                        .exclude());

        assertDone(engine.backup(source));
        OperationResult cloned = assertDone(engine.restore(source, options).result());
        source.waitFor("/apis/apps/v1/namespaces/shop-copy/deployments/web", "/status/readyReplicas", "3");
        source.waitQuiet(Duration.ofSeconds(1));

        assertThat(Shop.snapshot(source).versions()).isEqualTo(before.versions());
        assertThat(cloned.findings())
                .filteredOn(f -> f.code().equals("shared-object-kept"))
                .extracting(f -> f.object().name())
                .containsExactlyInAnyOrder("shop:node-reader", "shop-db-0");
        Snapshot clone = Snapshot.of(source).only(o -> isIn(o, CLONE.values()));
        Snapshot original = before.only(o ->
                isIn(o, CLONE.keySet()) && !o.at("/metadata/name").asString().equals("kiosk"));
        Fidelity.Verdict verdict = Fidelity.compare(original, clone, CLONE);
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.compared()).isGreaterThan(OBJECTS - 10);
        CLONE.values().forEach(n -> source.delete("/api/v1/namespaces/" + n));
    }

    @Test
    void a_port_of_the_nodes_that_is_taken_is_told_and_not_success(@TempDir Path directory) {
        Engine engine = new Engine(
                Engine.definition("{namespaces: [shop], include: [{kinds: [Service]}]}"), Engine.directory(directory));
        assertDone(engine.backup(source));

        OperationResult cloned = engine.restore(
                        source, RestoreOptions.defaults().mapping(Map.of("shop", "shop-port")))
                .result();

        Finding refused = finding(cloned, "invalid");
        assertThat(refused.object()).hasToString("Service shop-port/kiosk");
        assertThat(refused.message()).contains("nodePort");
        assertThat(cloned.outcome().name()).isEqualTo("FAILED");
        source.delete("/api/v1/namespaces/shop-port");
    }

    private static boolean isIn(tools.jackson.databind.JsonNode object, java.util.Collection<String> namespaces) {
        boolean isNamespace = object.path("kind").asString("").equals("Namespace");
        return namespaces.contains(
                object.path("metadata").path(isNamespace ? "name" : "namespace").asString(""));
    }

    private static void assertSame(Snapshot before, TestCluster cluster) {
        cluster.waitFor("/apis/apps/v1/namespaces/shop/deployments/web", "/status/readyReplicas", "3");
        cluster.waitFor("/apis/apps/v1/namespaces/shop-db/statefulsets/db", "/status/readyReplicas", "1");
        cluster.waitQuiet(Duration.ofSeconds(1));
        Fidelity.Verdict verdict = Fidelity.compare(before, Shop.snapshot(cluster));
        assertThat(verdict.differences()).isEqualTo(List.of());
        assertThat(verdict.compared()).isGreaterThan(OBJECTS);
    }
}
