package io.jenkins.plugins.k8sprotect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** What the rooms may import, as rules that also hold while a room is still empty. */
final class RoomRules {

    private RoomRules() {}

    static ArchRule importsOnlyRoomsBelow(String room) {
        String[] closed = Rooms.closedTo(room).stream().map(Rooms::pattern).toArray(String[]::new);
        return imports(Rooms.pattern(room), closed);
    }

    static ArchRule everyPackageIsARoom() {
        String[] rooms = Rooms.all().stream().map(Rooms::pattern).toArray(String[]::new);
        return classes().should().resideInAnyPackage(rooms).allowEmptyShould(true);
    }

    static ArchRule noCycles() {
        return slices().matching(Rooms.ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule engineImportsNo(String... packages) {
        return imports(Rooms.ENGINE + "..", packages);
    }

    /** Only one room may import these packages. */
    static ArchRule onlyIn(String room, String... packages) {
        return onlyIn(new String[] {room}, packages);
    }

    /** Only some rooms may import these packages. */
    static ArchRule onlyIn(String[] rooms, String... packages) {
        DescribedPredicate<JavaClass> outside = DescribedPredicate.alwaysTrue();
        for (String room : rooms) {
            outside = outside.and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(Rooms.pattern(room))));
        }
        return noClasses()
                .that(outside)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    private static ArchRule imports(String from, String... closed) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(closed)
                .allowEmptyShould(true);
    }
}
