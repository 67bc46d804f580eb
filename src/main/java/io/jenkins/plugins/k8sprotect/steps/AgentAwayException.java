package io.jenkins.plugins.k8sprotect.steps;

/** The agent cannot be reached: it is not there yet, or the connection was lost. Its work may or may not have ended. */
final class AgentAwayException extends Exception {
    private static final long serialVersionUID = 1;

    AgentAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
