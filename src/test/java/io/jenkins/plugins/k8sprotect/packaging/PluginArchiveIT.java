package io.jenkins.plugins.k8sprotect.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PluginArchiveIT {

    private static final Map<String, byte[]> HPI = Archives.entries(Path.of("target", "k8s-protect.hpi"));
    private static final Map<String, byte[]> OWN = Archives.entries(HPI.get(PluginArchiveCheck.OWN_JAR));

    @Test
    void holdsWhatJenkinsNeedsAndNothingThatClashes() {
        assertThat(new PluginArchiveCheck(HPI).problems()).isEmpty();
    }

    @Test
    void saysWhichJenkinsAndJavaItNeeds() {
        var manifest = Archives.manifest(HPI);

        assertThat(manifest.getValue("Short-Name")).isEqualTo("k8s-protect");
        assertThat(manifest.getValue("Plugin-Version"))
                .isEqualTo(BuildFile.read(Path.of("pom.xml")).field("version"));
        assertThat(manifest.getValue("Jenkins-Version")).isEqualTo("2.516.3");
        assertThat(manifest.getValue("Minimum-Java-Version")).isEqualTo("17");
    }

    @Test
    void dependsOnThePluginsWhoseClassesItUsesInVersionsThatAreThere() {
        Map<String, byte[]> classes = new TreeMap<>();
        OWN.forEach((path, bytes) -> {
            if (path.endsWith(".class")) {
                classes.put(path.substring(0, path.length() - ".class".length()), bytes);
            }
        });
        var artifacts = new ReferenceCheck(JenkinsApi.load(), classes).artifacts();
        var known = new HashMap<>(TestResources.properties("/jenkins-api/plugin-versions.properties"));
        String declared = Archives.manifest(HPI).getValue("Plugin-Dependencies");

        assertThat(artifacts).isNotEmpty();
        assertThat(new PluginDependencies(declared).problems(artifacts, known)).isEmpty();
    }

    @Test
    void holdsEveryResource() throws IOException {
        Path resources = Path.of("src", "main", "resources");
        try (Stream<Path> all = Files.walk(resources)) {
            List<String> named = all.filter(Files::isRegularFile)
                    .map(p -> resources.relativize(p).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith(BuiltClasses.OWN + "cli/"))
                    .toList();
            assertThat(OWN.keySet()).containsAll(named);
        }
    }

    @Test
    void holdsTheStepWithItsResources() {
        assertThat(OWN)
                .containsKeys(
                        BuiltClasses.OWN + "steps/ListBackupsStep.class",
                        BuiltClasses.OWN + "steps/ListBackupsStep$DescriptorImpl.class",
                        BuiltClasses.OWN + "steps/ListBackupsStep/config.jelly",
                        "META-INF/annotations/hudson.Extension");
    }
}
