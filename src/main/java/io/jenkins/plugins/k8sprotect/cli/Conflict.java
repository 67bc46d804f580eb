package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.plan.ConflictPolicy;
import java.util.Locale;

/** The engine's policies as they are written on the command line. */
enum Conflict {
    FAIL(ConflictPolicy.FAIL),
    SKIP(ConflictPolicy.SKIP),
    REPLACE(ConflictPolicy.REPLACE);

    private final ConflictPolicy policy;

    Conflict(ConflictPolicy policy) {
        this.policy = policy;
    }

    ConflictPolicy policy() {
        return policy;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads it. */
    static final class Reader extends Choice<Conflict> {
        Reader() {
            super(Conflict.class);
        }
    }
}
