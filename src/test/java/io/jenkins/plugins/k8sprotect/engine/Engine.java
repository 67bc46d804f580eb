package io.jenkins.plugins.k8sprotect.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.TestS3;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One application in one store, and what is done with it. Remembers the events of all that. */
final class Engine {
    final List<Event> events = new CopyOnWriteArrayList<>();
    private final Application application;
    private final Store store;

    Engine(Application application, Store store) {
        this.application = application;
        this.store = store;
    }

    /** An application of these namespaces, with everything in them, in a directory. */
    static Engine ofNamespaces(Path directory, String... namespaces) {
        return new Engine(definition("namespaces: [" + String.join(", ", namespaces) + "]"), directory(directory));
    }

    /** @param spec the definition's spec, in one line of YAML or more (each indented by two) */
    static Application definition(String spec) {
        return ApplicationParser.parse("""
                apiVersion: protect.k8s.jenkins.io/v1
                kind: Application
                metadata: {name: app}
                spec:
                  %s
                """.formatted(spec), "test");
    }

    static Store directory(Path directory) {
        return Stores.open(new StoreUrl.Directory(directory.toAbsolutePath()), null);
    }

    /** A bucket of its own. */
    static Store s3() {
        TestS3 s3 = Testbed.s3();
        StoreUrl url = StoreUrl.parse("s3://" + s3.newBucket() + "/backups?endpoint=" + s3.endpoint() + "&region="
                + s3.region() + "&pathStyle=true");
        return Stores.open(url, StoreCredentials.of(s3.accessKey(), s3.secretKey()));
    }

    OperationResult backup(TestCluster cluster) {
        return backup(Clusters.access(cluster));
    }

    OperationResult backup(ClusterAccess access) {
        return protection().backup(application, access, store);
    }

    RestoreOutcome plan(TestCluster cluster, RestoreOptions options) {
        return protection().plan(latest(), store, Clusters.access(cluster), options);
    }

    RestoreOutcome restore(TestCluster cluster, RestoreOptions options) {
        return restore(Clusters.access(cluster), options);
    }

    RestoreOutcome restore(ClusterAccess access, RestoreOptions options) {
        return protection().restore(latest(), store, access, options);
    }

    OperationResult restore(TestCluster cluster) {
        return restore(cluster, RestoreOptions.defaults()).result();
    }

    OperationResult verify() {
        return protection().verify(latest(), store);
    }

    private BackupReference latest() {
        return BackupReference.latest(application.name());
    }

    private Protection protection() {
        return new Protection(events::add, new CancelToken(), Clock.systemUTC());
    }

    /** Nothing failed; attention (unencrypted Secrets, claims without data) is as it must be. */
    static OperationResult assertDone(OperationResult result) {
        assertThat(result.outcome())
                .as("%s: %s", result.operation(), result.findings())
                .isIn(Outcome.SUCCEEDED, Outcome.WARNING);
        return result;
    }

    static List<String> codes(OperationResult result) {
        return result.findings().stream().map(Finding::code).distinct().toList();
    }

    /** The only finding of that code. */
    static Finding finding(OperationResult result, String code) {
        List<Finding> found =
                result.findings().stream().filter(f -> f.code().equals(code)).toList();
        assertThat(found).as("findings %s in %s", code, result.findings()).hasSize(1);
        return found.get(0);
    }

    /** Objects of one kind and action in the result's counts. */
    static long count(OperationResult result, String kind, String action) {
        return result.counts().stream()
                .filter(c -> c.kind().toString().equals(kind) && c.action().equals(action))
                .mapToLong(c -> c.count())
                .sum();
    }
}
