package io.jenkins.plugins.k8sprotect.engine.capture;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.header;
import static io.jenkins.plugins.k8sprotect.engine.object.Samples.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final List<String> captured = new ArrayList<>();
    private final List<Finding> told = new ArrayList<>();
    private Intake intake = intake("{namespaces: [shop]}");

    @Test
    void whatIsSelectedIsCaptured() {
        take(header(Samples.CONFIG_MAP, "shop", "a"));

        assertThat(captured).containsExactly("ConfigMap shop/a");
        assertThat(counts()).containsExactly("ConfigMap captured 1");
        assertThat(intake.findings()).isEmpty();
    }

    @Test
    void whatIsNotSelectedOrTheSystemsOwnIsNotEvenCounted() {
        take(header(Samples.CONFIG_MAP, "other", "a"));
        take(header(Samples.CONFIG_MAP, "shop", "kube-root-ca.crt"));
        take(header(Samples.CLUSTER_ROLE, "", "reader"));

        assertThat(captured).isEmpty();
        assertThat(counts()).isEmpty();
    }

    @Test
    void whatIsExcludedByRuleOrLabelIsCountedAsSuch() {
        intake = intake("{namespaces: [shop], exclude: [{names: ['tmp-*']}]}");

        take(header(Samples.CONFIG_MAP, "shop", "tmp-1"));
        take(new ObjectHeader(
                Samples.CONFIG_MAP,
                "shop",
                "b",
                "u",
                Map.of("k8s-protect.jenkins.io/exclude", "true"),
                Map.of(),
                List.of(),
                false));

        assertThat(captured).isEmpty();
        assertThat(counts()).containsExactly("ConfigMap excluded 2");
    }

    @Test
    void whatIsBeingDeletedIsLeftOutAndTold() {
        take(deleting(Samples.CONFIG_MAP, "shop", "a"));

        assertThat(captured).isEmpty();
        assertThat(told).extracting(Finding::code).containsExactly("being-deleted");
        assertThat(told).extracting(Finding::severity).containsExactly(Finding.Severity.EXPECTED);
    }

    @Test
    void aNamespaceThatIsBeingDeletedIsCaptured() {
        take(deleting(Samples.NAMESPACE, "", "shop"));

        assertThat(captured).containsExactly("Namespace shop");
    }

    @Test
    void whatAControllerMakesAgainIsLeftOutDownTheWholeChain() {
        take(header(Samples.DEPLOYMENT, "shop", "web"));
        take(header(Samples.REPLICA_SET, "shop", "web-1", List.of(owner(Samples.DEPLOYMENT, "web"))));
        take(header(Samples.POD, "shop", "web-1-x", List.of(owner(Samples.REPLICA_SET, "web-1"))));
        take(header(Samples.CLAIM, "shop", "scratch", List.of(owner(Samples.POD, "web-1-x"))));

        assertThat(captured).containsExactly("Deployment.apps shop/web");
        assertThat(counts())
                .containsExactly(
                        "PersistentVolumeClaim made-by-controller 1",
                        "Pod made-by-controller 1",
                        "Deployment.apps captured 1",
                        "ReplicaSet.apps made-by-controller 1");
        assertThat(told).isEmpty();
    }

    @Test
    void whereTheMakerIsNotCapturedItsObjectsAre() {
        intake = intake("{namespaces: [shop], exclude: [{kinds: [Deployment], names: ['*b']}]}");

        take(header(Samples.DEPLOYMENT, "shop", "web"));
        take(header(Samples.REPLICA_SET, "shop", "web-1", List.of(owner(Samples.DEPLOYMENT, "web"))));

        assertThat(captured).containsExactly("ReplicaSet.apps shop/web-1");
    }

    @Test
    void aLinkThatIsExcludedDoesNotMakeBarePodsOfItsPods() {
        intake = intake("{namespaces: [shop], exclude: [{kinds: [ReplicaSet], names: ['web-*']}]}");

        take(header(Samples.DEPLOYMENT, "shop", "web"));
        take(header(Samples.REPLICA_SET, "shop", "web-1", List.of(owner(Samples.DEPLOYMENT, "web"))));
        take(header(Samples.POD, "shop", "web-1-x", List.of(owner(Samples.REPLICA_SET, "web-1"))));

        assertThat(captured).containsExactly("Deployment.apps shop/web");
    }

    @Test
    void aClaimSaysThatItsDataIsNotProtected() {
        take(header(Samples.CLAIM, "shop", "data"));

        assertThat(told).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Finding.Severity.ATTENTION);
            assertThat(f.object()).isEqualTo(Samples.CLAIM.key("shop", "data"));
            assertThat(f.message()).contains("data NOT protected");
        });
    }

    @Test
    void secretsWithoutEncryptionWantAttentionOnce() {
        take(header(Samples.SECRET, "shop", "a"));
        take(header(Samples.SECRET, "shop", "b"));

        assertThat(intake.findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Finding.Severity.ATTENTION);
            assertThat(f.message()).startsWith("2 Secrets are readable");
        });
    }

    @Test
    void nothingSelectedIsAFailure() {
        assertThat(intake.findings()).extracting(Finding::code).containsExactly("nothing-selected");
        assertThat(new Captured(List.of(), intake.findings(), List.of()).isWhole())
                .isFalse();
    }

    private Intake intake(String spec) {
        return new Intake(
                Definitions.selection(spec), (h, json) -> captured.add(h.key().toString()), told::add);
    }

    private void take(ObjectHeader header) {
        intake.consider(header, Samples.bytes("{}"));
    }

    private List<String> counts() {
        return intake.counts().stream()
                .map(c -> c.kind() + " " + c.action() + " " + c.count())
                .toList();
    }

    private static ObjectHeader deleting(ResourceType type, String namespace, String name) {
        return new ObjectHeader(type, namespace, name, "u", Map.of(), Map.of(), List.of(), true);
    }
}
