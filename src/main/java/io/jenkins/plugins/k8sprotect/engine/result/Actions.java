package io.jenkins.plugins.k8sprotect.engine.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which a reader wants to see actions: what needs a decision first, what did nothing last. */
final class Actions {
    private static final List<String> ORDER = List.of(
            "failed",
            "conflict",
            "captured",
            "create",
            "created",
            "replace",
            "replaced",
            "changed",
            "ran",
            "unchanged",
            "skip",
            "skipped",
            "not-run",
            "not-applied",
            "excluded",
            "made-by-controller");
    private static final List<String> PROBLEMS = List.of("failed", "conflict");
    private static final List<String> QUIET = List.of("unchanged", "captured");

    private Actions() {}

    /** Known actions in their order, then the others by name. */
    static List<String> ordered(Collection<String> actions) {
        Comparator<String> known = Comparator.comparingInt(a -> ORDER.contains(a) ? ORDER.indexOf(a) : ORDER.size());
        return actions.stream()
                .distinct()
                .sorted(known.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whether its objects are not as they were asked to be. */
    static boolean isProblem(String action) {
        return PROBLEMS.contains(action);
    }

    /** Whether the objects of it are rarely worth a look. */
    static boolean isQuiet(String action) {
        return QUIET.contains(action);
    }
}
