package io.jenkins.plugins.k8sprotect.steps;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What comes back from the agent: the backups, or why there are none.
 *
 * <p>A problem travels as text, because the plugin's own exceptions lose their type between agent and controller.
 */
final class Listing implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<Map<String, Serializable>> backups;
    private final String problem;

    private Listing(List<Map<String, Serializable>> backups, String problem) {
        this.backups = new ArrayList<>(backups);
        this.problem = problem;
    }

    static Listing of(List<Map<String, Serializable>> backups) {
        return new Listing(backups, null);
    }

    static Listing failed(String problem) {
        return new Listing(List.of(), problem);
    }

    /** The backups, a mutable list of mutable maps, since a Pipeline may sort and edit what it is given. */
    List<Map<String, Serializable>> backups() {
        return backups;
    }

    /** Why the listing failed; null if it did not. */
    String problem() {
        return problem;
    }
}
