package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.result.Aftermath;

/** An operation stopped on request before it had anything to show. The message says what state things are in. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(String operation, Throwable cause) {
        super("stopped on request. " + Aftermath.ofStopped(operation), cause);
    }
}
