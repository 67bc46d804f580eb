package io.jenkins.plugins.k8sprotect.architecture;

import java.util.ArrayList;
import java.util.List;

/** The rooms from bottom to top, those that may not import each other on one floor. A room that does not exist yet may be named. */
final class Rooms {

    static final String ROOT = "io.jenkins.plugins.k8sprotect";
    static final String ENGINE = ROOT + ".engine";

    private static final List<List<String>> FLOORS = List.of(
            List.of("engine.object", "engine.event"),
            List.of("engine.store", "engine.result", "engine.app"),
            List.of("engine.archive", "engine.cluster", "engine.progress"),
            List.of("engine.capture", "engine.rules"),
            List.of("engine.plan"),
            List.of("engine.apply"),
            List.of("engine.hook"),
            List.of("engine"),
            List.of("report", "config"),
            List.of("cli", "steps"));

    private Rooms() {}

    /** Every room's path under the root package. */
    static List<String> all() {
        return FLOORS.stream().flatMap(List::stream).toList();
    }

    /** Full names of the rooms that the room may not import: those above it, and its neighbours on the same floor. */
    static List<String> closedTo(String room) {
        int floor = 0;
        while (!FLOORS.get(floor).contains(room)) {
            floor++;
        }
        List<String> closed = new ArrayList<>();
        FLOORS.subList(floor, FLOORS.size()).forEach(closed::addAll);
        closed.remove(room);
        return closed;
    }

    /** ArchUnit's pattern for the room: with its inner packages, but for the engine's root, whose inner packages are rooms. */
    static String pattern(String room) {
        return ROOT + "." + room + (room.equals("engine") ? "" : "..");
    }
}
