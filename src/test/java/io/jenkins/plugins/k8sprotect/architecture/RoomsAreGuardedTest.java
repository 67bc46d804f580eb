package io.jenkins.plugins.k8sprotect.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Shows the rules failing on a class with one wrong field. */
class RoomsAreGuardedTest {

    @TempDir
    private Path folder;

    @Test
    void aLeafThatImportsAnotherRoomIsFound() throws IOException {
        assertThat(isBroken(
                        RoomRules.importsOnlyRoomsBelow("engine.object"), "engine.object", room("engine.store.Store")))
                .isTrue();
    }

    @Test
    void theEngineMayNotImportItsDoors() throws IOException {
        assertThat(isBroken(RoomRules.importsOnlyRoomsBelow("engine"), "engine", room("cli.Main")))
                .isTrue();
    }

    @Test
    void aRoomMayImportTheFloorsBelowIt() throws IOException {
        assertThat(isBroken(
                        RoomRules.importsOnlyRoomsBelow("engine.archive"),
                        "engine.archive",
                        room("engine.store.Store")))
                .isFalse();
    }

    @Test
    void aPackageThatIsNoRoomIsFound() throws IOException {
        assertThat(isBroken(RoomRules.everyPackageIsARoom(), "engine.misc", "java.lang.String"))
                .isTrue();
    }

    @Test
    void jenkinsInTheEngineIsFound() throws IOException {
        assertThat(isBroken(RoomRules.engineImportsNo("hudson.."), "engine.plan.inner", "hudson.FilePath"))
                .isTrue();
    }

    @Test
    void aLibraryOutsideItsRoomIsFound() throws IOException {
        ArchRule rule = RoomRules.onlyIn("engine.cluster", "io.fabric8..");

        assertThat(isBroken(rule, "engine.plan", "io.fabric8.kubernetes.client.Config"))
                .isTrue();
        assertThat(isBroken(rule, "engine.cluster", "io.fabric8.kubernetes.client.Config"))
                .isFalse();
    }

    @Test
    void theDoorsMayNotImportEachOther() {
        assertThat(Rooms.closedTo("cli")).containsExactly("steps");
    }

    private static String room(String type) {
        return Rooms.ROOT + "." + type;
    }

    /** Whether the rule objects to a class in this package with a field of this type. */
    private boolean isBroken(ArchRule rule, String where, String fieldType) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        String name = room(where).replace('.', '/') + "/Wrong";
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_PRIVATE, "field", "L" + fieldType.replace('.', '/') + ";", null, null);
        Path file = Files.createTempDirectory(folder, "classes").resolve("Wrong.class");
        Files.write(file, writer.toByteArray());
        JavaClasses classes = new ClassFileImporter().importPath(file.getParent());
        return rule.evaluate(classes).hasViolation();
    }
}
