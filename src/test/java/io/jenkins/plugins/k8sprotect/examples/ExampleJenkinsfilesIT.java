package io.jenkins.plugins.k8sprotect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.build.BuildOnDisk;
import io.jenkins.plugins.k8sprotect.testbed.NeedsRealNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleJenkinsfilesIT {
    /** The sample's volume is not protected, and these say so with the build's result. */
    private static final Set<String> UNSTABLE = Set.of("backup-before-deploy.Jenkinsfile", "scripted.Jenkinsfile");

    private static final String ON_A_REAL_NODE = "hook-exec.Jenkinsfile";

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_runs(Path example) throws Exception {
        try (ShopJenkins shop = new ShopJenkins(home).withShop()) {
            BuildOnDisk build = shop.jenkins().runner().run(shop.jenkins().job("team/shop"), Files.readString(example));

            Result expected = UNSTABLE.contains(example.getFileName().toString()) ? Result.UNSTABLE : Result.SUCCESS;
            assertThat(build.getResult()).isEqualTo(expected);
            assertThat(shop.jenkins().runner().binder().warnings()).isEmpty();
        }
    }

    @Test
    @NeedsRealNode
    void a_command_runs_in_the_pods_of_a_real_node() throws Exception {
        try (ShopJenkins shop = new ShopJenkins(home, ShopJenkins.realNode())) {
            BuildOnDisk build = shop.jenkins()
                    .runner()
                    .run(
                            shop.jenkins().job("shop"),
                            Files.readString(Path.of("examples/jenkinsfiles").resolve(ON_A_REAL_NODE)));

            assertThat(build.getResult()).isEqualTo(Result.SUCCESS);
            assertThat(build.log().text()).contains("exit code 0: flushed");
        }
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples/jenkinsfiles"))) {
            return files.filter(f -> !f.endsWith(ON_A_REAL_NODE)).sorted().toList();
        }
    }
}
