package io.jenkins.plugins.k8sprotect.engine.cluster;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer.json;
import static io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListerTest {
    private static final String PATH = "/api/v1/namespaces/shop/configmaps";

    @RegisterExtension
    static final FakeServer SERVER = new FakeServer();

    private final CancelToken cancel = new CancelToken();
    private final List<String> seen = new ArrayList<>();
    private Transport transport;
    private String state = Scenario.STARTED;
    private int answers;

    @BeforeEach
    void connect() {
        transport = new Transport(SERVER.access());
    }

    @AfterEach
    void disconnect() {
        transport.close();
    }

    @Test
    void pagesAreReadToTheLast() {
        first(page("7", "t 1", "a", "b"));
        then("t 1", page("7", "t2", "c"));
        then("t2", page("7", "", "d"));

        ListSummary summary = list();

        assertThat(seen).containsExactly("a", "b", "c", "d");
        assertThat(summary).isEqualTo(new ListSummary("7", 4, 1));
        SERVER.http().verify(3, getRequestedFor(urlPathEqualTo(PATH)).withQueryParam("limit", equalTo("500")));
    }

    @Test
    void anItemIsGivenWithTheTypeThatTheListLeavesOut() {
        first(json(
                200,
                "{'metadata': {}, 'items': [{'metadata': {'name': 'a'}}, "
                        + "{'kind': 'ConfigMap', 'apiVersion': 'v1', 'metadata': {'name': 'b'}}]}"));

        List<String> bodies = new ArrayList<>();
        lister(o -> bodies.add(new String(o.json(), StandardCharsets.UTF_8))).run();

        assertThat(bodies)
                .containsExactly(
                        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\": {\"name\": \"a\"}}",
                        "{\"kind\": \"ConfigMap\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"b\"}}");
    }

    @Test
    void whereTheMomentIsGoneTheListGoesOnWithTheTokenThatTheServerOffers() {
        first(page("7", "old", "a", "b"));
        then("old", status(410, "Expired", "too old", "'metadata': {'continue': 'newer'}"));
        then("newer", page("9", "", "c"));

        ListSummary summary = list();

        assertThat(seen).containsExactly("a", "b", "c");
        assertThat(summary).isEqualTo(new ListSummary("7", 3, 2));
    }

    @Test
    void withoutSuchATokenItBeginsAnewAndGivesEachObjectOnce() {
        first(page("7", "old", "a", "b"));
        then("old", status(410, "Expired", "too old", ""));
        first(page("9", "t2", "a", "b2"));
        then("t2", page("9", "", "b", "c"));

        ListSummary summary = list();

        assertThat(seen).containsExactly("a", "b", "b2", "c");
        assertThat(summary).isEqualTo(new ListSummary("7", 4, 2));
    }

    @Test
    void aServerThatForgetsEveryPageIsAFailureInTheEnd() {
        SERVER.http().stubFor(get(urlPathEqualTo(PATH)).willReturn(status(410, "Expired", "too old", "")));

        assertThatThrownBy(this::list).isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code())
                .isEqualTo(410));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksIsTriedAgain(Fault fault) {
        first(page("7", "t2", "a"));
        then("t2", com.github.tomakehurst.wiremock.client.WireMock.aResponse().withFault(fault));
        then("t2", page("7", "", "b"));

        list();

        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void aPageThatEndsInTheMiddleIsReadAgainAndGivesEachObjectOnce() {
        String whole = body("7", "", "a", "b", "c");
        first(json(200, whole.substring(0, whole.indexOf("'c'"))));
        first(json(200, whole));

        ListSummary summary = list();

        assertThat(seen).containsExactly("a", "b", "c");
        assertThat(summary.count()).isEqualTo(3);
    }

    @Test
    void tooManyRequestsAreTriedAgainWhenTheServerSays() {
        first(status(429, "TooManyRequests", "busy", "").withHeader("Retry-After", "1"));
        first(page("7", "", "a"));

        list();

        assertThat(seen).containsExactly("a");
    }

    @Test
    void anErrorThatPassesIsTriedAgain() {
        first(status(500, "InternalError", "etcd leader changed", ""));
        first(page("7", "", "a"));

        list();

        assertThat(seen).containsExactly("a");
    }

    @Test
    void aRefusalIsThrownAtOnce() {
        first(status(403, "Forbidden", "no", ""));

        assertThatThrownBy(this::list)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("list configmaps in namespace shop");
        SERVER.http().verify(1, getRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void aStopIsObeyedBetweenTwoObjects() {
        first(page("7", "", "a", "b"));

        assertThatThrownBy(() -> lister(o -> {
                            seen.add(o.header().name());
                            cancel.cancel("enough");
                        })
                        .run())
                .isInstanceOf(CancellationException.class);
        assertThat(seen).containsExactly("a");
    }

    @Test
    void inAllNamespacesTheSameNameIsAnotherObject() {
        SERVER.http()
                .stubFor(get(urlPathEqualTo("/api/v1/configmaps"))
                        .willReturn(json(
                                200,
                                "{'metadata': {}, 'items': [{'metadata': {'name': 'a', 'namespace': 'x'}},"
                                        + " {'metadata': {'name': 'a', 'namespace': 'y'}}]}")));

        new Lister(
                        transport::stream,
                        new Retry(4, 1, 2),
                        cancel,
                        Samples.CONFIG_MAP,
                        "",
                        o -> seen.add(o.header().namespace()))
                .run();

        assertThat(seen).containsExactly("x", "y");
    }

    private ListSummary list() {
        return lister(o -> {
                    assertThat(KubeObject.parse(o.json()).kind()).isEqualTo("ConfigMap");
                    seen.add(o.header().name());
                })
                .run();
    }

    private Lister lister(java.util.function.Consumer<ListedObject> consumer) {
        return new Lister(transport::stream, new Retry(4, 1, 2), cancel, Samples.CONFIG_MAP, "shop", consumer);
    }

    private void first(ResponseDefinitionBuilder answer) {
        next(get(urlPathEqualTo(PATH)).withQueryParam("continue", absent()), answer);
    }

    private void then(String token, ResponseDefinitionBuilder answer) {
        next(get(urlPathEqualTo(PATH)).withQueryParam("continue", equalTo(token)), answer);
    }

    /** Answers come in the order in which they are given here. */
    private void next(MappingBuilder request, ResponseDefinitionBuilder answer) {
        String after = "answer " + ++answers;
        SERVER.http()
                .stubFor(request.inScenario("list")
                        .whenScenarioStateIs(state)
                        .willReturn(answer)
                        .willSetStateTo(after));
        state = after;
    }

    private static ResponseDefinitionBuilder page(String version, String token, String... names) {
        return json(200, body(version, token, names));
    }

    private static String body(String version, String token, String... names) {
        return "{'kind': 'ConfigMapList', 'metadata': {'resourceVersion': '" + version + "', 'continue': '" + token
                + "'}, 'items': "
                + Stream.of(names)
                        .map(n -> "{'metadata': {'name': '" + n + "', 'namespace': 'shop'}}")
                        .collect(Collectors.joining(",", "[", "]"))
                + "}";
    }
}
