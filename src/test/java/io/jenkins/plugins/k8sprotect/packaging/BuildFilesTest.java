package io.jenkins.plugins.k8sprotect.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two builds are of one plugin. */
class BuildFilesTest {

    private final BuildFile central = BuildFile.read(Path.of("pom.xml"));
    private final BuildFile jenkins = BuildFile.read(Path.of("pom-jenkins.xml"));

    @Test
    void bothBuildTheSamePlugin() {
        for (String field : new String[] {"groupId", "artifactId", "version", "name", "description"}) {
            assertThat(jenkins.field(field)).as(field).isEqualTo(central.field(field));
        }
        assertThat(jenkins.property("jenkins.version")).isEqualTo(central.property("jenkins.version"));
    }

    @Test
    void bothBundleTheSameLibraries() {
        Map<String, String> bundled = jenkins.dependencies("compile");
        bundled.keySet().removeIf(name -> name.startsWith("org.jenkins-ci."));
        Map<String, String> expected = central.dependencies("compile");
        expected.remove("info.picocli:picocli");

        assertThat(bundled).isEqualTo(expected);
    }

    @Test
    void thePluginsDependedOnAreThoseOfTheRealBuild() {
        jenkins.dependencies("compile").forEach((name, version) -> {
            if (name.startsWith("org.jenkins-ci.")) {
                String id = name.substring(name.indexOf(':') + 1);
                assertThat(central.property("plugin.dependencies").split(",")).contains(id + ":" + version);
            }
        });
    }
}
