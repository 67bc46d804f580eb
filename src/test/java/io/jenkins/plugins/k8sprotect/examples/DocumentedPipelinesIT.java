package io.jenkins.plugins.k8sprotect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.build.BuildOnDisk;
import io.jenkins.plugins.k8sprotect.harness.build.JobOnDisk;
import io.jenkins.plugins.k8sprotect.testbed.NeedsRealNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader may copy any Pipeline of the documents: it runs, where clusters, storage and credentials are named as there. */
class DocumentedPipelinesIT {
    private static final String A_BACKUP =
            "node { checkout scm; k8sBackup(app: 'k8s/shop.yaml', cluster: 'prod', storage: 'backups') }";

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("pipelines")
    void a_documented_pipeline_runs(DocumentedPipelines pipeline) throws Exception {
        try (ShopJenkins shop = new ShopJenkins(home).withShop()) {
            runs(shop, pipeline);
        }
    }

    @ParameterizedTest
    @NeedsRealNode
    @MethodSource("commands")
    void a_documented_command_runs_in_the_pods_of_a_real_node(DocumentedPipelines pipeline) throws Exception {
        try (ShopJenkins shop = new ShopJenkins(home, ShopJenkins.realNode())) {
            runs(shop, pipeline);
        }
    }

    private static void runs(ShopJenkins shop, DocumentedPipelines pipeline) throws InterruptedException {
        JobOnDisk job = shop.jenkins().job("shop");
        assertThat(shop.jenkins().runner().run(job, A_BACKUP).getResult()).isEqualTo(Result.SUCCESS);

        BuildOnDisk build = shop.jenkins().runner().run(job, pipeline.jenkinsfile());

        assertThat(build.getResult().isWorseThan(Result.UNSTABLE)).isFalse();
        assertThat(shop.jenkins().runner().binder().warnings()).isEmpty();
    }

    @Test
    void the_readme_has_one_to_copy() throws IOException {
        assertThat(pipelines()).extracting(DocumentedPipelines::document).contains(Path.of("README.md"));
    }

    static List<DocumentedPipelines> pipelines() throws IOException {
        return DocumentedPipelines.all().stream().filter(p -> !p.runsCommands()).toList();
    }

    static List<DocumentedPipelines> commands() throws IOException {
        return DocumentedPipelines.all().stream()
                .filter(DocumentedPipelines::runsCommands)
                .toList();
    }
}
