package io.jenkins.plugins.k8sprotect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
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
        String[] closed = Rooms.closedTo(room).stream().map(Rooms::pattern).toArray(String[]::new);

        check(noClasses()
                .that()
                .resideInAPackage(Rooms.pattern(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(closed));
    }

    @Test
    void everyPackageBelongsToARoom() {
        String[] rooms = Rooms.all().stream().map(Rooms::pattern).toArray(String[]::new);

        check(classes().should().resideInAnyPackage(rooms));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(Rooms.ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void theEngineKnowsNoJenkinsAndNoCommandLine() {
        check(noClasses()
                .that()
                .resideInAPackage(Rooms.ENGINE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees..", "picocli.."));
    }

    @Test
    void theEngineLogsNothingItself() {
        check(noClasses()
                .that()
                .resideInAPackage(Rooms.ENGINE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging.."));
    }

    @Test
    void onlyClusterKnowsTheKubernetesClient() {
        check(onlyIn("engine.cluster", "io.fabric8.."));
    }

    @Test
    void onlyStoreKnowsTheS3Client() {
        check(onlyIn("engine.store", "software.amazon.awssdk.."));
    }

    @Test
    void onlyTheJenkinsLayerUsesWhatJenkinsBrings() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Rooms.pattern("steps"), Rooms.pattern("config"), Rooms.pattern("report"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.common..", "net.java.sezpoz..", "org.apache.commons.codec.."));
    }

    @Test
    void onlyTheCommandLineUsesPicocli() {
        check(onlyIn("cli", "picocli.."));
    }

    @Test
    void everyPackageSaysWhatLivesInIt() {
        Stream<Path> packages = CLASSES.stream()
                .map(JavaClass::getPackage)
                .map(JavaPackage::getName)
                .distinct()
                .map(name -> SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"));

        assertThat(packages).isNotEmpty().allMatch(Files::isRegularFile);
    }

    private static ArchRule onlyIn(String room, String library) {
        return noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(Rooms.pattern(room))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
