package io.jenkins.plugins.k8sprotect.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Rooms.ROOT);

    private static final Path SOURCES = Path.of("src/main/java");

    static List<String> rooms() {
        return Rooms.all();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyRoomsBelowIt(String room) {
        RoomRules.importsOnlyRoomsBelow(room).check(CLASSES);
    }

    @Test
    void everyPackageBelongsToARoom() {
        RoomRules.everyPackageIsARoom().check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        RoomRules.noCycles().check(CLASSES);
    }

    @Test
    void theEngineKnowsNoJenkins() {
        RoomRules.engineImportsNo("hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees..")
                .check(CLASSES);
    }

    @Test
    void theEngineLogsNothingItself() {
        RoomRules.engineImportsNo("org.slf4j..", "java.util.logging..").check(CLASSES);
    }

    @Test
    void onlyClusterKnowsTheKubernetesClient() {
        RoomRules.onlyIn("engine.cluster", "io.fabric8..").check(CLASSES);
    }

    @Test
    void onlyStoreKnowsTheS3Client() {
        RoomRules.onlyIn("engine.store", "software.amazon.awssdk..").check(CLASSES);
    }

    @Test
    void onlyTheCommandLineUsesPicocli() {
        RoomRules.onlyIn("cli", "picocli..").check(CLASSES);
    }

    @Test
    void onlyTheJenkinsLayerUsesWhatJenkinsBrings() {
        String[] layer = {"steps", "config", "report"};

        RoomRules.onlyIn(layer, "com.google.common..", "net.java.sezpoz..", "org.apache.commons.codec..")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatLivesInIt() {
        Stream<Path> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .map(name -> SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"));

        assertThat(packages).isNotEmpty().allMatch(Files::isRegularFile);
    }
}
