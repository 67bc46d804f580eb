package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
    private static final GroupKind WIDGET = Samples.WIDGET.groupKind();
    private static final String NO_GROUPS = "{'kind': 'APIGroupDiscoveryList', 'items': []}";

    private final Map<String, byte[]> answers = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();

    @Test
    void anAggregatedAnswerTellsEverythingInTwoRequests() {
        answer("/api", aggregated("", version("v1", "Current", "configmaps", "ConfigMap", "Namespaced", "")));
        answer(
                "/apis",
                aggregated(
                        "example.com",
                        version(
                                "v2",
                                "Current",
                                "widgets",
                                "Widget",
                                "Namespaced",
                                "'subresources': [{'subresource': 'scale'}, {'subresource': 'status'}],"),
                        version("v1", "Current", "widgets", "Widget", "Namespaced", "")));

        ApiCatalogue catalogue = read();

        assertThat(catalogue.find(GroupKind.core("ConfigMap"))).contains(Samples.CONFIG_MAP);
        assertThat(catalogue.find(WIDGET)).contains(new ResourceType(WIDGET, "v2", "widgets", true));
        assertThat(catalogue.find("example.com/v1", "Widget")).contains(Samples.WIDGET);
        assertThat(catalogue.find("example.com/v3", "Widget")).isEmpty();
        assertThat(catalogue.preferred()).hasSize(2);
        assertThat(catalogue.hasStatusSubresource(WIDGET)).isTrue();
        assertThat(catalogue.hasStatusSubresource(GroupKind.core("ConfigMap"))).isFalse();
        assertThat(catalogue.unavailable()).isEmpty();
    }

    @Test
    void aClusterScopedResourceIsKnownAsSuch() {
        answer("/api", aggregated("", version("v1", "Current", "nodes", "Node", "Cluster", "")));
        answer("/apis", NO_GROUPS);

        assertThat(read().find(GroupKind.core("Node")).orElseThrow().namespaced())
                .isFalse();
    }

    @Test
    void aStaleGroupIsToldAsUnavailable() {
        answer("/api", NO_GROUPS);
        answer(
                "/apis",
                "{'kind': 'APIGroupDiscoveryList', 'items': [{'metadata': {'name': 'metrics.k8s.io'},"
                        + " 'versions': [{'version': 'v1beta1', 'freshness': 'Stale'}]}]}");

        assertThat(read().unavailable()).containsExactly("metrics.k8s.io/v1beta1");
    }

    @Test
    void aResourceOfWhichOnlySubresourcesAreServedIsNone() {
        answer("/api", NO_GROUPS);
        answer(
                "/apis",
                "{'kind': 'APIGroupDiscoveryList', 'items': [{'metadata': {'name': 'example.com'}, 'versions': ["
                        + "{'version': 'v1', 'resources': [{'resource': 'widgets', 'scope': 'Namespaced',"
                        + " 'subresources': [{'subresource': 'status'}]}]}]}]}");

        assertThat(read().preferred()).isEmpty();
    }

    @Test
    void anOlderServerIsAskedGroupByGroup() {
        legacy();
        answer("/api/v1", resources(resource("configmaps", "ConfigMap", true)));
        answer("/apis/example.com/v1", resources(resource("widgets", "Widget", true)));
        answer(
                "/apis/example.com/v2",
                resources(resource("widgets", "Widget", true) + "," + resource("widgets/status", "Widget", true)));

        ApiCatalogue catalogue = read();

        assertThat(catalogue.find(GroupKind.core("ConfigMap"))).contains(Samples.CONFIG_MAP);
        assertThat(catalogue.find(WIDGET).orElseThrow().version()).isEqualTo("v2");
        assertThat(catalogue.find("example.com/v1", "Widget")).contains(Samples.WIDGET);
        assertThat(catalogue.hasStatusSubresource(WIDGET)).isTrue();
        assertThat(catalogue.preferred()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 503})
    void oneGroupThatDoesNotAnswerLeavesTheOthers(int code) {
        legacy();
        answer("/api/v1", resources(resource("configmaps", "ConfigMap", true)));
        answer("/apis/example.com/v1", resources(resource("widgets", "Widget", true)));
        failures.put("/apis/example.com/v2", code);

        ApiCatalogue catalogue = read();

        assertThat(catalogue.unavailable()).containsExactly("example.com/v2");
        assertThat(catalogue.find(WIDGET)).contains(Samples.WIDGET);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401})
    void aServerThatDoesNotAnswerAtAllIsAFailure(int code) {
        legacy();
        failures.put("/api/v1", code);

        assertThatThrownBy(this::read).isInstanceOf(ApiException.class);
    }

    @Test
    void aPageThatIsNoDiscoveryIsAFailureThatSaysWhere() {
        answer("/api", "<html>");

        assertThatThrownBy(this::read)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("discover the core API")
                .hasMessageContaining("address");
    }

    @Test
    void aKindThatCanOnlyBeListedInAnOlderVersionIsListedThere() {
        answer("/api", NO_GROUPS);
        answer(
                "/apis",
                aggregated(
                        "example.com",
                        version("v2", "Current", "widgets", "Widget", "Namespaced", "")
                                .replace("'list', ", ""),
                        version("v1", "Current", "widgets", "Widget", "Namespaced", "")));

        assertThat(read().find(WIDGET)).contains(Samples.WIDGET);
    }

    private ApiCatalogue read() {
        return Discovery.read(request -> {
            Integer failure = failures.get(request.path());
            if (failure != null) {
                throw ApiErrors.of(request, failure, new byte[0], 0);
            }
            assertThat(answers).containsKey(request.path());
            return answers.get(request.path());
        });
    }

    private void answer(String path, String json) {
        answers.put(path, Samples.bytes(json));
    }

    private void legacy() {
        answer("/api", "{'kind': 'APIVersions', 'versions': ['v1']}");
        answer(
                "/apis",
                "{'kind': 'APIGroupList', 'groups': [{'name': 'example.com', 'versions': [{'version': 'v1'},"
                        + " {'version': 'v2'}], 'preferredVersion': {'version': 'v2'}}]}");
    }

    private static String resources(String list) {
        return "{'kind': 'APIResourceList', 'resources': [" + list + "]}";
    }

    private static String resource(String name, String kind, boolean namespaced) {
        return "{'name': '" + name + "', 'kind': '" + kind + "', 'namespaced': " + namespaced
                + ", 'verbs': ['get', 'list']}";
    }

    private static String aggregated(String group, String... versions) {
        return "{'kind': 'APIGroupDiscoveryList', 'items': [{'metadata': {'name': '" + group + "'}, 'versions': ["
                + String.join(",", versions) + "]}]}";
    }

    private static String version(
            String version, String freshness, String resource, String kind, String scope, String more) {
        return "{'version': '" + version + "', 'freshness': '" + freshness + "', 'resources': [{'resource': '"
                + resource
                + "', " + more + " 'responseKind': {'kind': '" + kind + "'}, 'scope': '" + scope
                + "', 'verbs': ['get', 'list', 'create']}]}";
    }
}
