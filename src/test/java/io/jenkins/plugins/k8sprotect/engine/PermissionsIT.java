package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static io.jenkins.plugins.k8sprotect.engine.Engine.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Fidelity;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers who may do little: from all in one namespace, and nothing in the cluster, downward. */
class PermissionsIT {
    private final TestCluster cluster = Clusters.source();

    @TempDir
    private Path directory;

    @Test
    void who_may_do_everything_in_one_namespace_alone_backs_it_up_and_restores_it() {
        ClusterAccess access = ClusterAccess.fromKubeconfig(cluster.namespaceScopedUser("scoped"), null);
        cluster.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: c, image: none.invalid/web}]}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: password}
                stringData: {password: for-the-test}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data: {a: b}
                """, "scoped");
        cluster.waitFor("/apis/apps/v1/namespaces/scoped/deployments/web", "/status/readyReplicas", "1");
        Engine engine = Engine.ofNamespaces(directory, "scoped");
        Snapshot before = snapshot();

        OperationResult backup = assertDone(engine.backup(access));
        cluster.delete("/apis/apps/v1/namespaces/scoped/deployments/web");
        cluster.delete("/api/v1/namespaces/scoped/secrets/password");
        Edits.edit(cluster, "/api/v1/namespaces/scoped/configmaps/settings", o -> o.withObject("/data")
                .put("a", "c"));
        OperationResult restored =
                assertDone(engine.restore(access, RestoreOptions.defaults()).result());

        assertThat(backup.identity()).isEqualTo("system:serviceaccount:scoped:namespace-admin");
        assertThat(restored.totals()).containsEntry("created", 2L).containsEntry("replaced", 1L);
        cluster.waitFor("/apis/apps/v1/namespaces/scoped/deployments/web", "/status/readyReplicas", "1");
        cluster.waitQuiet(Duration.ofSeconds(1));
        assertThat(Fidelity.compare(before, snapshot()).differences()).isEmpty();
    }

    @Test
    void a_kind_that_may_not_be_listed_is_an_error_with_verb_resource_and_namespace() {
        ClusterAccess access = configMapReader();

        OperationResult refused = hidden("error").backup(access);

        assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding(refused, "forbidden").message())
                .contains("list secrets in namespace hidden")
                .contains("onForbidden");
        OperationResult verified = hidden("error").verify();
        assertThat(verified.outcome()).as("nothing was stored").isEqualTo(Outcome.FAILED);
    }

    @Test
    void with_on_forbidden_warn_the_backup_is_there_and_says_what_is_not_in_it() {
        ClusterAccess access = configMapReader();
        Engine engine = hidden("warn");

        OperationResult backup = engine.backup(access);

        assertThat(backup.outcome()).isEqualTo(Outcome.WARNING);
        Finding forbidden = finding(backup, "forbidden");
        assertThat(forbidden.severity()).isEqualTo(Finding.Severity.ATTENTION);
        assertThat(forbidden.message())
                .contains("list secrets in namespace hidden")
                .contains("NOT in this backup");
        cluster.delete("/api/v1/namespaces/hidden/configmaps/seen");
        assertDone(engine.restore(cluster));
        assertThat(cluster.get("/api/v1/namespaces/hidden/configmaps/seen")).isPresent();
    }

    private Engine hidden(String onForbidden) {
        return new Engine(
                Engine.definition("{namespaces: [hidden], include: [{kinds: [ConfigMap, Secret]}], onForbidden: "
                        + onForbidden + "}"),
                Engine.directory(directory));
    }

    private ClusterAccess configMapReader() {
        cluster.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: seen}
                data: {a: b}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: unseen}
                stringData: {a: for-the-test}
                """, "hidden");
        return LimitedUser.create(
                cluster, "hidden", directory, "{apiGroups: [''], resources: [configmaps], verbs: [get, list]}");
    }

    private Snapshot snapshot() {
        return Snapshot.of(cluster)
                .only(o -> o.at("/metadata/namespace").asString("").equals("scoped"));
    }
}
