package io.jenkins.plugins.k8sprotect.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomsAreGuardedTest {

    @Test
    void theLeavesMayImportNoOtherRoom() {
        assertThat(Rooms.closedTo("engine.object"))
                .contains("engine.event", "engine.store", "engine.plan", "engine", "cli")
                .doesNotContain("engine.object");
    }

    @Test
    void aRoomMayImportEveryFloorBelowIt() {
        assertThat(Rooms.closedTo("engine.archive"))
                .contains("engine.plan", "engine.apply", "steps")
                .doesNotContain("engine.store", "engine.object", "engine.event");
    }

    @Test
    void theDoorsMayImportTheEngineButNotEachOther() {
        assertThat(Rooms.closedTo("cli")).containsExactlyInAnyOrder("steps", "config");
    }
}
