package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static io.jenkins.plugins.k8sprotect.engine.Engine.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.fidelity.Fidelity;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Custom resources, with and without their definition. */
class CustomResourcesIT {
    private static final String DEFINITION =
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/gadgets.example.net";

    private final TestCluster source = Clusters.source();
    private final TestCluster target = Clusters.target();

    @BeforeEach
    void deploy() {
        target.delete("/api/v1/namespaces/gadgets");
        target.delete(DEFINITION);
        source.apply("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: gadgets.example.net}
                spec:
                  group: example.net
                  scope: Namespaced
                  names: {kind: Gadget, plural: gadgets, singular: gadget}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                ---
                apiVersion: example.net/v1
                kind: Gadget
                metadata: {name: one}
                spec: {factor: 0.30000000000000004, big: 9007199254740993, empty: "", nothing: [], text: "ünï – 文"}
                ---
                apiVersion: example.net/v1
                kind: Gadget
                metadata: {name: two, finalizers: [example.net/hold-nothing]}
                spec: {}
                """, "gadgets");
        source.waitQuiet(Duration.ofSeconds(1));
    }

    @Test
    void a_definition_and_its_instances_come_up_together_in_a_cluster_that_never_knew_them(@TempDir Path directory) {
        Engine engine = new Engine(
                Engine.definition("{namespaces: [gadgets], clusterScoped: [{names: [gadgets.example.net]}]}"),
                Engine.directory(directory));
        assertDone(engine.backup(source));

        assertDone(engine.restore(target));

        assertThat(Fidelity.compare(snapshot(source), snapshot(target)).differences())
                .isEmpty();
        assertThat(target.list("/apis/example.net/v1/namespaces/gadgets/gadgets"))
                .hasSize(2);
    }

    @Test
    void a_kind_that_the_target_does_not_serve_is_refused_before_anything_is_written(@TempDir Path directory) {
        Engine engine = Engine.ofNamespaces(directory, "gadgets");
        assertDone(engine.backup(source));

        RestoreOutcome refused = engine.restore(target, RestoreOptions.defaults());

        assertThat(refused.result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding(refused.result(), "kind-not-served").message())
                .contains("example.net/v1 Gadget")
                .contains("CRD");
        assertThat(target.get("/api/v1/namespaces/gadgets")).isEmpty();
    }

    /** So that the namespace can go. */
    @AfterEach
    void letGo() {
        String held = "/apis/example.net/v1/namespaces/gadgets/gadgets/two";
        if (target.get(held).isPresent()) {
            Edits.edit(target, held, o -> o.withObject("/metadata").remove("finalizers"));
        }
    }

    private static Snapshot snapshot(TestCluster cluster) {
        return Snapshot.of(cluster)
                .only(o -> o.at("/metadata/namespace").asString("").equals("gadgets")
                        || o.at("/metadata/name").asString("").startsWith("gadgets"));
    }
}
