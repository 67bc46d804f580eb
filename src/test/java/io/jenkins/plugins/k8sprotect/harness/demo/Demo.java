package io.jenkins.plugins.k8sprotect.harness.demo;

import com.cloudbees.plugins.credentials.CredentialsForTests;
import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.HarnessJenkins;
import io.jenkins.plugins.k8sprotect.harness.pipeline.RunningPipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a Jenkinsfile and shows its log. Its arguments are the Jenkinsfile and the folder of the sources; the rest is in the
 * environment, which {@code demo.d} sets. After each stage a check of the demo's own is run.
 */
public final class Demo {
    private final Map<String, String> environment = System.getenv();
    private final Path out = Path.of(environment("OUT"));

    private Demo() {}

    /** Exit code: 0 if the build and all checks succeeded, 1 if not. */
    public static void main(String[] arguments) throws Exception {
        System.exit(new Demo().run(Path.of(arguments[0]), Path.of(arguments[1])) ? 0 : 1);
    }

    private boolean run(Path jenkinsfile, Path sources) throws Exception {
        try (HarnessJenkins jenkins = new HarnessJenkins(out.resolve("jenkins"))) {
            configure(jenkins);
            StageChecks checks = new StageChecks(Path.of(environment("CHECK")), out.resolve("jenkins/jobs/shop"));
            jenkins.runner()
                    .checkingOut(sources)
                    .withVariable("PATH", environment("DEMO_TOOLS") + ":" + environment("PATH"))
                    .onStage(checks::run)
                    .showing(System.out);
            RunningPipeline build = jenkins.runner().start(jenkins.job("shop"), Files.readString(jenkinsfile));
            boolean green = !build.await().isWorseThan(Result.UNSTABLE);
            return green && checks.allWell();
        }
    }

    private void configure(HarnessJenkins jenkins) {
        jenkins.withCluster("prod", Path.of(environment("WEST_CONFIG")))
                .withCluster("dr", Path.of(environment("EAST_CONFIG")))
                .with(CredentialsForTests.login(
                        "s3-backups", environment("S3_ACCESS_KEY"), environment("S3_SECRET_KEY")))
                .withStorage(
                        "backups",
                        "s3",
                        Map.of(
                                "bucket", environment("BUCKET"),
                                "prefix", environment("PREFIX"),
                                "endpoint", environment("S3_ENDPOINT"),
                                "region", environment("S3_REGION"),
                                "credentialsId", "s3-backups"));
    }

    private String environment(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: start ./demo");
        }
        return value;
    }
}
