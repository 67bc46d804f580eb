package io.jenkins.plugins.k8sprotect.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandLineJarIT {

    private static final Path JAR = Path.of("target", "k8s-protect-cli.jar");
    private static final Map<String, byte[]> ENTRIES = Archives.entries(JAR);
    private static final List<String> JENKINS = List.of(
            "hudson/",
            "jenkins/",
            "org/jenkinsci/",
            "org/kohsuke/",
            "com/cloudbees/",
            "net/java/sezpoz/",
            BuiltClasses.OWN + "steps/",
            BuiltClasses.OWN + "config/",
            "META-INF/annotations/",
            "index.jelly");

    @Test
    void runsByItselfAndTellsItsVersion() throws Exception {
        Process process = run("--version");
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(out).contains(BuildFile.read(Path.of("pom.xml")).field("version"));
    }

    @Test
    void printsNothingButWhatWasAskedFor() throws Exception {
        Process process = run("--version");
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(err).isEmpty();
    }

    @Test
    void holdsNothingOfJenkins() {
        assertThat(ENTRIES.keySet()).noneMatch(path -> JENKINS.stream().anyMatch(path::startsWith));
    }

    @Test
    void keepsEveryServiceOfItsLibraries() {
        String factories = new String(
                ENTRIES.get("META-INF/services/io.fabric8.kubernetes.client.http.HttpClient$Factory"), UTF_8);

        assertThat(factories).contains("io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory");
        assertThat(ENTRIES)
                .containsKey("META-INF/services/software.amazon.awssdk.http.SdkHttpService")
                .containsKey("META-INF/services/org.slf4j.spi.SLF4JServiceProvider");
    }

    @Test
    void holdsNoSignatureThatMergingBroke() {
        assertThat(ENTRIES.keySet()).noneMatch(path -> path.matches("META-INF/[^/]*[.](SF|RSA|DSA|EC)"));
    }

    private static Process run(String... arguments) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", JAR.toString());
        builder.command().addAll(List.of(arguments));
        return builder.start();
    }
}
