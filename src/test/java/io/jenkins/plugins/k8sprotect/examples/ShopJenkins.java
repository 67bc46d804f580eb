package io.jenkins.plugins.k8sprotect.examples;

import io.jenkins.plugins.k8sprotect.harness.HarnessJenkins;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.TestS3;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** A Jenkins as examples expect it: clusters {@code prod} and {@code dr}, storage {@code backups}, kubectl on the agent. */
final class ShopJenkins implements AutoCloseable {
    static final List<String> NAMESPACES = List.of("shop", "shop-db", "shop-staging", "shop-db-staging");

    private static final TestCluster PROD = Testbed.cluster("prod");
    private static final TestCluster DR = Testbed.cluster("dr");
    private static final TestS3 S3 = Testbed.s3();

    private final HarnessJenkins jenkins;

    ShopJenkins(Path home) {
        jenkins = new HarnessJenkins(home);
        jenkins.withCluster("prod", PROD.kubeconfig())
                .withCluster("dr", DR.kubeconfig())
                .withBucket(
                        "backups",
                        S3.newBucket(),
                        new HarnessJenkins.BucketLogin(
                                S3.endpoint().toString(), S3.region(), S3.accessKey(), S3.secretKey()))
                .runner()
                .checkingOut(Path.of("examples"))
                .showing(System.out)
                .withVariable("KUBE_CLASSPATH", System.getProperty("java.class.path"))
                .withVariable("PATH", Path.of("demo.d").toAbsolutePath() + File.pathSeparator + System.getenv("PATH"));
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
