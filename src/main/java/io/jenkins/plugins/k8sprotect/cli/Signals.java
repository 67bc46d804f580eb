package io.jenkins.plugins.k8sprotect.cli;

import java.util.List;

/** Signals that ask a process to stop. A seam: tests raise them without a process to end. */
interface Signals {
    /** Ctrl-C, a polite kill, and the terminal going away. */
    List<String> STOP = List.of("INT", "TERM", "HUP");

    /**
     * Calls back, on another thread, each time one of {@link #STOP} arrives, until that is ended.
     *
     * @return ends it and restores what was before
     */
    Runnable on(Runnable stop);
}
