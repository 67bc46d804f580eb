package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.event.EventSink;

/** Shows what an operation tells while it runs, until it is closed. */
interface Progress extends EventSink, AutoCloseable {
    /** Leaves standard error as it was found: no half line. */
    @Override
    void close();
}
