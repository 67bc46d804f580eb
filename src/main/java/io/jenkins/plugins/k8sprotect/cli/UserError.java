package io.jenkins.plugins.k8sprotect.cli;

/** What the user gave cannot be used; the message says what is allowed. Nothing was done. */
final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserError(String message) {
        super(message);
    }
}
