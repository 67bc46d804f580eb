package io.jenkins.plugins.k8sprotect.engine.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.cluster.ApiCatalogue;
import io.jenkins.plugins.k8sprotect.engine.cluster.Catalogues;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListPlanTest {
    private static final ResourceType JOB = Samples.type("batch/v1", "Job", "jobs");
    private static final ResourceType SLICE = Samples.type("discovery.k8s.io/v1", "EndpointSlice", "endpointslices");

    @Test
    void whatAControllerMakesIsListedAfterItsMakers() {
        ApiCatalogue catalogue = Catalogues.listable(
                Samples.CLAIM, Samples.POD, Samples.REPLICA_SET, JOB, SLICE, Samples.DEPLOYMENT, Samples.SERVICE);

        assertThat(phases(catalogue, "{namespaces: [shop]}", "shop"))
                .containsExactly(
                        List.of("Service shop", "Deployment shop"),
                        List.of("ReplicaSet shop", "Job shop", "EndpointSlice shop"),
                        List.of("Pod shop"),
                        List.of("PersistentVolumeClaim shop"));
    }

    static Stream<ResourceType> leftOut() {
        return Stream.of(
                Samples.NAMESPACE,
                Samples.type("v1", "Event", "events"),
                Samples.type("coordination.k8s.io/v1", "Lease", "leases"),
                Samples.type("metrics.k8s.io/v1beta1", "PodMetrics", "pods"),
                Samples.type("extensions/v1beta1", "Ingress", "ingresses"),
                Samples.clusterType("v1", "Node", "nodes"));
    }

    @ParameterizedTest
    @MethodSource("leftOut")
    void systemVirtualAndLegacyKindsAreNotListed(ResourceType type) {
        assertThat(phases(
                        Catalogues.listable(type, Samples.CONFIG_MAP),
                        "{namespaces: [shop], clusterScoped: [{kinds: ['*']}]}",
                        "shop"))
                .containsExactly(List.of("ConfigMap shop"));
    }

    @Test
    void whatCannotBeListedIsNot() {
        assertThat(phases(Catalogues.serving("create", Samples.CONFIG_MAP), "{namespaces: [shop]}", "shop"))
                .isEmpty();
    }

    @Test
    void clusterScopedKindsAreListedOnceAndOnlyWhereARuleWantsThem() {
        ApiCatalogue catalogue = Catalogues.listable(Samples.CLUSTER_ROLE, Samples.CONFIG_MAP, Samples.DEFINITION);

        assertThat(phases(catalogue, "{namespaces: [a, b], clusterScoped: [{kinds: [ClusterRole]}]}", "a", "b"))
                .containsExactly(List.of("ConfigMap a", "ConfigMap b", "ClusterRole "));
        assertThat(phases(catalogue, "{namespaces: [a]}", "a")).containsExactly(List.of("ConfigMap a"));
    }

    @Test
    void aKindThatIsExcludedAsAWholeIsNotListed() {
        assertThat(phases(
                        Catalogues.listable(Samples.CONFIG_MAP, Samples.SECRET),
                        "{namespaces: [shop], exclude: [{kinds: [Secret]}]}",
                        "shop"))
                .containsExactly(List.of("ConfigMap shop"));
    }

    private static List<List<String>> phases(ApiCatalogue catalogue, String spec, String... namespaces) {
        return ListPlan.of(catalogue, Definitions.selection(spec), List.of(namespaces)).phases().stream()
                .map(phase -> phase.stream()
                        .map(t -> t.type().kind() + " " + t.namespace())
                        .toList())
                .toList();
    }
}
