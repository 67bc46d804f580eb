package io.jenkins.plugins.k8sprotect.benchmark;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.Protection;
import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Backs up the namespace {@code source}, or restores it into others, as often as the arguments say, in one JVM, and prints
 * one line of JSON for each: {@code EngineBenchmark KUBECONFIG STORE (backup | NAMESPACE)…}. S3 keys come from the
 * environment.
 */
public final class EngineBenchmark {
    private static final String SOURCE = "source";

    private final ClusterAccess cluster;
    private final Store store;

    private EngineBenchmark(ClusterAccess cluster, Store store) {
        this.cluster = cluster;
        this.store = store;
    }

    public static void main(String[] args) {
        long begun = System.nanoTime();
        StoreUrl url = StoreUrl.parse(args[1]);
        StoreCredentials keys = url instanceof StoreUrl.S3 ? StoreCredentials.fromEnvironment() : null;
        try (Store store = Stores.open(url, keys)) {
            EngineBenchmark benchmark =
                    new EngineBenchmark(ClusterAccess.fromKubeconfig(Path.of(args[0]), null), store);
            print("open", Duration.ofNanos(System.nanoTime() - begun).toMillis(), Map.of(), "");
            for (int i = 2; i < args.length; i++) {
                benchmark.run(args[i]);
            }
        }
    }

    private void run(String what) {
        long begun = System.nanoTime();
        Protection protection = new Protection(EventSink.NONE, new CancelToken(), Clock.systemUTC());
        OperationResult result = what.equals("backup")
                ? protection.backup(application(), cluster, store)
                : protection
                        .restore(BackupReference.latest(SOURCE), store, cluster, options(what))
                        .result();
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        if (result.outcome() == Outcome.FAILED || result.outcome() == Outcome.ABORTED) {
            throw new IllegalStateException(what + " failed: " + result.findings());
        }
        print(
                what.equals("backup") ? "backup" : "restore",
                millis,
                result.totals(),
                result.timings().toString());
    }

    private static RestoreOptions options(String namespace) {
        RestoreOptions defaults = RestoreOptions.defaults();
        return new RestoreOptions(
                Map.of(SOURCE, namespace),
                defaults.excludes(),
                defaults.conflict(),
                Integer.getInteger("parallelism", defaults.parallelism()),
                defaults.timeout());
    }

    private static Application application() {
        return ApplicationParser.parse(
                "{apiVersion: protect.k8s.jenkins.io/v1, kind: Application, metadata: {name: " + SOURCE
                        + "}, spec: {namespaces: [" + SOURCE + "]}}",
                "benchmark");
    }

    private static void print(String measure, long millis, Map<String, Long> totals, String phases) {
        long heapMax = Runtime.getRuntime().maxMemory() >> 20;
        long cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
        System.out.println("{\"measure\":\"engine-" + measure + "\",\"millis\":" + millis + ",\"cpuMillisSoFar\":" + cpu
                + ",\"heapMiB\":" + heapMax + ",\"totals\":\"" + totals + "\",\"phases\":\"" + phases + "\"}");
    }
}
