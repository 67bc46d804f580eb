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

/** A Jenkins as examples expect it: clusters {@code prod} and {@code dr}, storage {@code backups}, kubectl on the agent. */
final class ShopJenkins implements AutoCloseable {
    private static final TestCluster PROD = Testbed.cluster("prod", ClusterMode.fakeNodes(1));
    private static final TestCluster DR = Testbed.cluster("dr", ClusterMode.fakeNodes(1));
    private static final TestS3 S3 = Testbed.s3();

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
                .checkingOut(Path.of("examples"), documentedWorkspace(home))
                .withParameter("BUCKET", bucket)
                .withParameter("ENDPOINT", S3.endpoint().toString())
                .showing(System.out)
                .withVariable("KUBE_CLASSPATH", System.getProperty("java.class.path"))
                .withVariable("PATH", Path.of("demo.d").toAbsolutePath() + File.pathSeparator + System.getenv("PATH"));
    }

    /** What documents find in the workspace: {@code k8s/shop.yaml}. */
    private static Path documentedWorkspace(Path home) {
        try {
            Path folder = Files.createDirectories(home.resolve("sources/k8s"));
            Files.copy(Path.of("examples/shop/application.yaml"), folder.resolve("shop.yaml"));
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
