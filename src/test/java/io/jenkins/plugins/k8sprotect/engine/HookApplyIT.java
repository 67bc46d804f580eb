package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.codes;
import static io.jenkins.plugins.k8sprotect.engine.Engine.count;
import static io.jenkins.plugins.k8sprotect.engine.Engine.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.hook.ApplyAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.Masking;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Manifests in a real API server. */
class HookApplyIT {
    private static final String THREE = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {color: blue}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: password}
            stringData: {password: hunter2}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            """;

    private final TestCluster cluster = Testbed.cluster("a");
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CancelToken cancel = new CancelToken();
    private String namespace;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeNamespace(TestInfo test) {
        namespace = "apply-" + Math.floorMod(test.getDisplayName().hashCode(), 1_000_000);
        cluster.api()
                .create(
                        "/api/v1/namespaces",
                        Samples.json("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': '" + namespace
                                + "'}}"));
    }

    @Test
    void objects_are_created_then_unchanged_then_changed() {
        OperationResult created = apply(THREE);
        OperationResult again = apply(THREE);
        OperationResult changed = apply(THREE.replace("blue", "red"));

        assertThat(created.outcome()).as("%s", created.findings()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(created.totals()).containsOnlyKeys("created").containsEntry("created", 3L);
        assertThat(again.totals()).containsOnlyKeys("unchanged").containsEntry("unchanged", 3L);
        assertThat(count(changed, "ConfigMap", "changed")).isEqualTo(1);
        assertThat(count(changed, "Secret", "unchanged")).isEqualTo(1);
        assertThat(cluster.get(path("configmaps/settings"))
                        .orElseThrow()
                        .at("/metadata/managedFields/0/manager")
                        .asString())
                .isEqualTo("k8s-protect");
        assertThat(created.toString() + changed + events).doesNotContain("hunter2");
    }

    @Test
    void a_mistake_in_the_last_document_leaves_the_first_unwritten() {
        OperationResult result = apply(THREE + "---\n{apiVersion: v1, kind: Namespace, metadata: {name: other}}\n"
                + "---\n{apiVersion: example.org/v1, kind: Nothing, metadata: {name: x}}\n");

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.findings()).hasSize(2).allMatch(f -> f.code().equals("manifest"));
        assertThat(result.findings()).anyMatch(f -> f.message().startsWith("policy.yaml:16: Namespace other"));
        assertThat(result.counts()).isEmpty();
        assertThat(cluster.get(path("configmaps/settings"))).isEmpty();
    }

    @Test
    void a_field_of_another_manager_is_a_conflict_unless_forced() {
        cluster.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {color: green}}", namespace);

        OperationResult refused = apply(THREE);
        OperationResult forced = hook(new ApplyAction(THREE, "policy.yaml", true), HookOptions.defaults());

        assertThat(finding(refused, "conflict").message())
                .startsWith("policy.yaml:1: ")
                .contains(".data.color", "force");
        assertThat(finding(refused, "not-applied").message()).contains("2 objects, from line 6");
        assertThat(refused.totals()).containsEntry("failed", 1L).containsEntry("not-applied", 2L);
        assertThat(forced.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(cluster.get(path("configmaps/settings"))
                        .orElseThrow()
                        .at("/data/color")
                        .asString())
                .isEqualTo("blue");
    }

    @Test
    void what_the_server_finds_invalid_ends_it_there_and_quotes_no_secret() {
        String invalid = "{apiVersion: v1, kind: Secret, type: kubernetes.io/tls, metadata: {name: bad},"
                + " stringData: {password: hunter2}}\n";

        OperationResult result = apply(THREE + "---\n" + invalid + "---\n" + THREE);

        assertThat(result.totals()).containsEntry("created", 3L).containsEntry("failed", 1L);
        assertThat(codes(result)).containsExactly("invalid", "not-applied");
        assertThat(result.toString() + events).doesNotContain("hunter2");
    }

    @Test
    void masked_texts_are_masked_in_findings() {
        HookOptions options = HookOptions.defaults().withMasking(Masking.of(List.of("s3cret")));

        OperationResult result = hook(
                new ApplyAction(
                        "{apiVersion: v1, kind: Service, metadata: {name: bad}, spec: {clusterIP: s3cret}}",
                        "policy.yaml",
                        false),
                options);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding(result, "invalid").message()).contains("****").doesNotContain("s3cret");
    }

    @Test
    void other_namespaces_and_cluster_scoped_objects_are_applied_where_allowed() {
        String both = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}\n---\n"
                + "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: applied}, value: 0644}\n";

        OperationResult result = hook(
                new ApplyAction(both, "policy.yaml", false),
                HookOptions.defaults().allowing(true, true));

        assertThat(result.totals()).containsEntry("created", 2L);
        assertThat(cluster.get("/apis/scheduling.k8s.io/v1/priorityclasses/applied")
                        .orElseThrow()
                        .path("value")
                        .asInt())
                .as("octal, as kubectl takes it")
                .isEqualTo(420);
        cluster.delete("/apis/scheduling.k8s.io/v1/priorityclasses/applied");
        cluster.delete("/api/v1/namespaces/default/configmaps/a");
    }

    @Test
    void a_missing_right_names_verb_resource_and_namespace() {
        ClusterAccess reader = LimitedUser.create(
                cluster, namespace, folder, "{apiGroups: [''], resources: [configmaps], verbs: [get]}");

        OperationResult result = protection()
                .hook("shop", namespace, new ApplyAction(THREE, "policy.yaml", false), reader, HookOptions.defaults())
                .result();

        assertThat(finding(result, "forbidden").message())
                .contains("apply configmaps/settings in namespace " + namespace);
        assertThat(result.identity()).endsWith(":limited");
    }

    @Test
    void a_stop_applies_nothing_more() {
        cancel.cancel("abort");

        assertThat(apply(THREE).outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(cluster.get(path("configmaps/settings"))).isEmpty();
    }

    @Test
    void a_time_limit_is_a_failure_and_applies_nothing_more() {
        cancel.expire("not done within a minute");

        OperationResult result = apply(THREE);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result)).containsExactly("deadline");
    }

    private String path(String object) {
        return "/api/v1/namespaces/" + namespace + "/" + object;
    }

    private OperationResult apply(String manifest) {
        return hook(new ApplyAction(manifest, "policy.yaml", false), HookOptions.defaults());
    }

    private OperationResult hook(ApplyAction action, HookOptions options) {
        ClusterAccess access = ClusterAccess.fromKubeconfig(cluster.kubeconfig(), null);
        return protection().hook("shop", namespace, action, access, options).result();
    }

    private Protection protection() {
        return new Protection(events::add, cancel, Clock.systemUTC());
    }
}
