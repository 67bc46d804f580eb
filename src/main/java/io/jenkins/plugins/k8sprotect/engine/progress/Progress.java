package io.jenkins.plugins.k8sprotect.engine.progress;

import io.jenkins.plugins.k8sprotect.engine.event.EventSink;

/** Shows what an operation tells while it runs, until it is closed. */
public interface Progress extends EventSink, AutoCloseable {
    /** Leaves standard error as it was found: no half line. */
    @Override
    void close();
}
