package io.jenkins.plugins.k8sprotect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.pipeline.RunningPipeline;
import io.jenkins.plugins.k8sprotect.harness.pipeline.StageReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JenkinsfileIT {
    @TempDir
    private Path home;

    @Test
    void the_example_backs_up_loses_restores_fails_over_and_clones() throws Exception {
        try (ShopJenkins shop = new ShopJenkins(home).withShop()) {
            RunningPipeline build = shop.jenkins()
                    .runner()
                    .start(shop.jenkins().job("shop"), Files.readString(Path.of("examples/Jenkinsfile")));

            assertThat(build.await()).isEqualTo(Result.SUCCESS);
            assertThat(build.stages())
                    .extracting(StageReport::name)
                    .containsExactly(
                            "Backup",
                            "Disaster",
                            "Restore in place",
                            "Failover to the second cluster",
                            "Clone to staging");
            assertThat(shop.jenkins().runner().binder().warnings()).isEmpty();
        }
        assertThat(ShopJenkins.prod().get("/apis/apps/v1/namespaces/shop/deployments/web"))
                .isPresent();
        assertThat(ShopJenkins.dr().get("/apis/apps/v1/namespaces/shop/deployments/web"))
                .isPresent();
        assertThat(ShopJenkins.prod().get("/apis/apps/v1/namespaces/shop-staging/deployments/web"))
                .isPresent();
    }
}
