package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;

/** What the process tells its caller. The numbers are a contract, listed in {@code docs/command-line.md}. */
final class ExitCode {
    /** Done as asked. */
    static final int DONE = 0;
    /** Something that was asked for was not done. */
    static final int FAILED = 1;
    /** The arguments, a definition or a kubeconfig cannot be used; nothing was done. */
    static final int BAD_INPUT = 2;
    /** Done, with warnings, and the caller asked to be told. */
    static final int WARNINGS = 3;
    /** Stopped on request: what shells use for a process that Ctrl-C ended (128 and the number of the signal). */
    static final int STOPPED = 130;

    private ExitCode() {}

    static int of(Outcome outcome, FailOn failOn) {
        return switch (outcome) {
            case SUCCEEDED -> DONE;
            case WARNING -> failOn == FailOn.WARNING ? WARNINGS : DONE;
            case ABORTED -> STOPPED;
            case FAILED -> FAILED;
        };
    }
}
