package io.jenkins.plugins.k8sprotect.examples;

import io.jenkins.plugins.k8sprotect.harness.HarnessJenkins;
import io.jenkins.plugins.k8sprotect.testbed.ClusterMode;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.TestS3;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Jenkins as examples expect it: clusters {@code prod} and {@code dr}, storage {@code backups}, kubectl on the agent. */
final class ShopJenkins implements AutoCloseable {
    private static final TestCluster PROD = Testbed.cluster("prod", ClusterMode.fakeNodes(1));
    private static final TestCluster DR = Testbed.cluster("dr", ClusterMode.fakeNodes(1));
    private static final TestS3 S3 = Testbed.s3();

    private static final String A_POLICY = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: documented}
            spec: {podSelector: {matchLabels: {app: nothing}}}
            """;
    private static final String A_DATABASE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: db}
            spec:
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - {name: db, image: "test.local/busybox:1", command: [sleep, infinity]}
            """;

    private final HarnessJenkins jenkins;

    /** @param home where jobs and agents have their folders */
    ShopJenkins(Path home) {
        this(home, PROD);
    }

    /** Where {@code prod} is this cluster. */
    ShopJenkins(Path home, TestCluster prod) {
        String bucket = S3.newBucket();
        jenkins = new HarnessJenkins(home);
        jenkins.withCluster("prod", prod.kubeconfig())
                .withCluster("dr", DR.kubeconfig())
                .withBucket(
                        "backups",
                        bucket,
                        new HarnessJenkins.BucketLogin(
                                S3.endpoint().toString(), S3.region(), S3.accessKey(), S3.secretKey()))
                .runner()
                .checkingOut(Path.of("examples"), documentedWorkspace(home), home.resolve("sources/policy.yaml"))
                .withParameter("BUCKET", bucket)
                .withParameter("ENDPOINT", S3.endpoint().toString())
                .showing(System.out)
                .withVariable("KUBE_CLASSPATH", System.getProperty("java.class.path"))
                .withVariable("PATH", Path.of("demo.d").toAbsolutePath() + File.pathSeparator + System.getenv("PATH"));
    }

    /** What documents find in the workspace: {@code k8s/shop.yaml} and {@code policy.yaml}. */
    private static Path documentedWorkspace(Path home) {
        try {
            Path folder = Files.createDirectories(home.resolve("sources/k8s"));
            Files.copy(Path.of("examples/shop/application.yaml"), folder.resolve("shop.yaml"));
            Files.writeString(folder.resolveSibling("policy.yaml"), A_POLICY);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys the shop as examples expect to find it. */
    ShopJenkins withShop() {
        PROD.apply(Path.of("examples/shop/manifests/cluster.yaml"));
        PROD.apply(Path.of("examples/shop/manifests/shop.yaml"));
        PROD.apply(Path.of("examples/shop/manifests/shop-db.yaml"));
        PROD.waitQuiet();
        return this;
    }

    /** A cluster with a real node, and a pod {@code app=db} that runs in each of the shop's namespaces. */
    static TestCluster realNode() {
        TestCluster node = Testbed.cluster("node", ClusterMode.realNode());
        for (String namespace : List.of("shop", "shop-db")) {
            node.apply(A_DATABASE, namespace);
        }
        for (String namespace : List.of("shop", "shop-db")) {
            node.waitFor("/apis/apps/v1/namespaces/" + namespace + "/deployments/db", "/status/readyReplicas", "1");
        }
        return node;
    }

    HarnessJenkins jenkins() {
        return jenkins;
    }

    static TestCluster prod() {
        return PROD;
    }

    static TestCluster dr() {
        return DR;
    }

    @Override
    public void close() {
        jenkins.close();
    }
}
