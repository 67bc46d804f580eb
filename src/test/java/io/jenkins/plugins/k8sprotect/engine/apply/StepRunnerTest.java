package io.jenkins.plugins.k8sprotect.engine.apply;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer.json;
import static io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import io.jenkins.plugins.k8sprotect.engine.plan.Action;
import io.jenkins.plugins.k8sprotect.engine.plan.ConflictPolicy;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanStep;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class StepRunnerTest {
    private static final String ALL = "/api/v1/namespaces/shop/configmaps";
    private static final String ONE = ALL + "/a";
    private static final String WANTED =
            "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'shop'}, 'data': {'k': 'v'}}";
    private static final String OWNERS =
            "'managedFields': [{'manager': 'helm', 'operation': 'Apply', 'fieldsV1': {'f:data': {'f:k': {}}}},"
                    + "{'manager': 'kubectl', 'operation': 'Update', 'fieldsV1': {'f:data': {'.': {}, 'f:k': {}}}}], ";

    private static final String TWO_OWNERS = "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {" + OWNERS
            + "'name': 'a', 'namespace': 'shop'}, 'data': {'k': 'v'}}";

    @RegisterExtension
    static final FakeServer SERVER = new FakeServer();

    private final CancelToken cancel = new CancelToken();
    private final Outcomes outcomes = new Outcomes();
    private final OwnerUids uids = new OwnerUids(Set.of("source-uid"));
    private final AdaptiveLimit limit = new AdaptiveLimit(8);
    private ConflictPolicy policy = ConflictPolicy.REPLACE;
    private Set<String> newNamespaces = Set.of();
    private Duration timeout = Duration.ofSeconds(20);
    private String recorded = WANTED;
    private String state = Scenario.STARTED;
    private int answers;
    private Cluster cluster;

    @BeforeEach
    void connect() {
        cluster = SERVER.connect();
    }

    @AfterEach
    void disconnect() {
        cluster.close();
    }

    @Test
    void whatIsAbsentIsMadeInOneWriteAndItsUidRemembered() {
        next(post(urlPathEqualTo(ALL)), live(201, "v", ""));

        run(Action.CREATE);

        assertThat(counts()).containsExactly("created 1");
        assertThat(uids.newUid("source-uid")).isEqualTo("live-uid");
        SERVER.http()
                .verify(postRequestedFor(urlPathEqualTo(ALL)).withQueryParam("fieldManager", equalTo("k8s-protect")));
    }

    @Test
    void whatIsThereAfterAllAndEqualIsUnchanged() {
        exists();
        next(get(ONE), live(200, "v", ""));

        run(Action.CREATE);

        assertThat(counts()).containsExactly("unchanged 1");
    }

    @ParameterizedTest
    @CsvSource({"REPLACE, replaced 1", "SKIP, skipped 1", "FAIL, failed 1"})
    void whatIsThereAfterAllAndDifferentFollowsThePolicy(ConflictPolicy wanted, String outcome) {
        policy = wanted;
        exists();
        next(get(ONE), live(200, "other", ""));
        SERVER.http().stubFor(put(urlPathEqualTo(ONE)).willReturn(live(200, "v", "")));

        run(Action.CREATE);

        assertThat(counts()).containsExactly(outcome);
    }

    @Test
    void whatCameWithANewNamespaceIsReplacedWhateverThePolicy() {
        policy = ConflictPolicy.FAIL;
        newNamespaces = Set.of("shop");
        exists();
        next(get(ONE), live(200, "other", ""));
        next(put(urlPathEqualTo(ONE)), live(200, "v", ""));

        run(Action.CREATE);

        assertThat(counts()).containsExactly("replaced 1");
    }

    @Test
    void aConflictIsTriedAgainWithAFreshRead() {
        next(get(ONE), live(200, "other", ""));
        next(put(urlPathEqualTo(ONE)), status(409, "Conflict", "changed", ""));
        next(get(ONE), json(200, body("another", "").replace("'7'", "'8'")));
        next(
                put(urlPathEqualTo(ONE)).withRequestBody(matchingJsonPath("$.metadata[?(@.resourceVersion == '8')]")),
                live(200, "v", ""));

        run(Action.REPLACE);

        assertThat(counts()).containsExactly("replaced 1");
    }

    @Test
    void whatAReplacementFindsEqualIsUnchangedAndNotWritten() {
        next(get(ONE), live(200, "v", ""));

        run(Action.REPLACE);

        assertThat(counts()).containsExactly("unchanged 1");
        SERVER.http().verify(0, putRequestedFor(urlPathEqualTo(ONE)));
    }

    @Test
    void whatAReplacementDoesNotFindIsMade() {
        next(get(ONE), status(404, "NotFound", "gone", ""));
        next(post(urlPathEqualTo(ALL)), live(201, "v", ""));

        run(Action.REPLACE);

        assertThat(counts()).containsExactly("created 1");
    }

    @Test
    void ownersAreSetAlsoWhenAControllerWroteInBetween() {
        recorded = TWO_OWNERS;
        next(post(urlPathEqualTo(ALL)).withQueryParam("fieldManager", equalTo("helm")), live(201, "v", ""));
        next(put(urlPathEqualTo(ONE)), status(409, "Conflict", "changed", ""));
        next(get(ONE), json(200, body("v", "").replace("'7'", "'8'")));
        next(
                put(urlPathEqualTo(ONE))
                        .withRequestBody(matchingJsonPath("$.metadata[?(@.resourceVersion == '8')]"))
                        .withRequestBody(matchingJsonPath("$.metadata.managedFields[1].manager", equalTo("kubectl"))),
                live(200, "v", OWNERS));

        run(Action.CREATE);

        assertThat(counts()).containsExactly("created 1");
    }

    @Test
    void whatTheServerFindsInvalidIsAFindingWithTheNamesOfTheFields() {
        next(
                post(urlPathEqualTo(ALL)),
                status(
                        422,
                        "Invalid",
                        "field is immutable",
                        "'details': {'causes': [{'reason': 'FieldValueInvalid', 'field': 'spec.selector'},"
                                + " {'reason': 'FieldValueInvalid', 'field': 'spec.selector'}, {'field': 'data[k]'}]}"));

        run(Action.CREATE);

        assertThat(counts()).containsExactly("failed 1");
        assertThat(outcomes.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("invalid");
            assertThat(f.object()).isEqualTo(Samples.CONFIG_MAP.key("shop", "a"));
            assertThat(f.message()).endsWith("[fields: spec.selector, data[k]]");
        });
    }

    @Test
    void tooManyRequestsHalveTheLimitAndAreTriedAgain() {
        next(post(urlPathEqualTo(ALL)), status(429, "TooManyRequests", "busy", ""));
        next(post(urlPathEqualTo(ALL)), live(201, "v", ""));

        run(Action.CREATE);

        assertThat(counts()).containsExactly("created 1");
        assertThat(limit.current()).isEqualTo(4);
    }

    @Test
    void aServiceAccountThatIsNotThereYetIsWaitedFor() {
        next(
                post(urlPathEqualTo(ALL)),
                status(403, "Forbidden", "error looking up service account shop/default: not found", ""));
        next(post(urlPathEqualTo(ALL)), live(201, "v", ""));

        run(Action.CREATE);

        assertThat(counts()).containsExactly("created 1");
    }

    @Test
    void aRefusalIsAFindingAtOnce() {
        next(post(urlPathEqualTo(ALL)), status(403, "Forbidden", "quota exceeded", ""));

        run(Action.CREATE);

        assertThat(outcomes.findings()).extracting(Finding::code).containsExactly("forbidden");
        assertThat(outcomes.findings().get(0).message())
                .contains("create configmaps/a in namespace shop", "quota exceeded");
    }

    @Test
    void whatIsBeingDeletedIsWaitedForAndMadeAgain() {
        exists();
        next(get(ONE), live(200, "v", "'deletionTimestamp': '2026-01-01T00:00:00Z', "));
        next(post(urlPathEqualTo(ALL)), live(201, "v", ""));

        run(Action.CREATE);

        assertThat(counts()).containsExactly("created 1");
    }

    @Test
    void whenTimeIsUpWhatStillTerminatesIsToldWithItsFinalizers() {
        timeout = Duration.ZERO;
        exists();
        next(
                get(ONE),
                live(200, "v", "'deletionTimestamp': '2026-01-01T00:00:00Z', 'finalizers': ['example.com/hold'], "));

        run(Action.CREATE);

        assertThat(outcomes.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("still-terminating");
            assertThat(f.message()).contains("finalizers example.com/hold");
        });
    }

    @Test
    void aReplacementDoesNotWriteIntoWhatIsBeingDeleted() {
        next(get(ONE), live(200, "other", "'deletionTimestamp': '2026-01-01T00:00:00Z', "));
        next(get(ONE), status(404, "NotFound", "gone", ""));
        next(post(urlPathEqualTo(ALL)), live(201, "v", ""));

        run(Action.REPLACE);

        assertThat(counts()).containsExactly("created 1");
    }

    @Test
    void afterAStopNothingIsBegun() {
        cancel.cancel("enough");

        assertThatThrownBy(() -> run(Action.CREATE)).isInstanceOf(CancellationException.class);
        SERVER.http().verify(0, postRequestedFor(urlPathEqualTo(ALL)));
    }

    private void run(Action action) {
        PlanStep step = new PlanStep(
                Samples.CONFIG_MAP.key("shop", "a"),
                "source-uid",
                Samples.CONFIG_MAP.key("shop", "a"),
                Samples.CONFIG_MAP,
                action,
                "",
                300,
                List.of());
        KubeObject wanted = Samples.object(WANTED);
        ObjectWriter writer = new ObjectWriter(
                cluster.objects(),
                RuleBook.standard(),
                RuleContext.Facts.inPlace(k -> false),
                uids,
                policy,
                newNamespaces);
        new StepRunner(writer, limit, uids, outcomes, cancel, Deadline.after(Clock.systemUTC(), timeout))
                .run(new Desired(step, Samples.object(recorded), wanted));
    }

    private List<String> counts() {
        return outcomes.counts().stream().map(c -> c.action() + " " + c.count()).toList();
    }

    private void exists() {
        next(post(urlPathEqualTo(ALL)), status(409, "AlreadyExists", "exists", ""));
    }

    private static ResponseDefinitionBuilder live(int code, String value, String metadata) {
        return json(code, body(value, metadata));
    }

    private static String body(String value, String metadata) {
        return "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {" + metadata
                + "'name': 'a', 'namespace': 'shop', 'uid': 'live-uid', 'resourceVersion': '7'}, 'data': {'k': '"
                + value + "'}}";
    }

    /** Answers come in the order in which they are given here. */
    private void next(MappingBuilder request, ResponseDefinitionBuilder answer) {
        String after = "answer " + ++answers;
        SERVER.http()
                .stubFor(request.inScenario("step")
                        .whenScenarioStateIs(state)
                        .willReturn(answer)
                        .willSetStateTo(after));
        state = after;
    }
}
