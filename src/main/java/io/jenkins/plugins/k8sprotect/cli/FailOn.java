package io.jenkins.plugins.k8sprotect.cli;

import java.util.Locale;

/** From which outcome on the exit code is not 0. */
enum FailOn {
    WARNING,
    FAILURE;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads it. */
    static final class Reader extends Choice<FailOn> {
        Reader() {
            super(FailOn.class);
        }
    }
}
