package io.jenkins.plugins.k8sprotect.engine.plan;

import java.util.Locale;

/** What a restore does about one object. */
public enum Action {
    /** Absent on the target: it is made. */
    CREATE,
    /** Present and different: it is replaced, which also removes what was added since. */
    REPLACE,
    /** Present and equal. */
    UNCHANGED,
    /** Left as it is, or not made, on purpose. */
    SKIP,
    /** Cannot be restored as asked: nothing is written until this is solved. */
    CONFLICT;

    /** In lower case, as plans, results and reports show it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
