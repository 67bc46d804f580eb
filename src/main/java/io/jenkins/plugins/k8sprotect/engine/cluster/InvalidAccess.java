package io.jenkins.plugins.k8sprotect.engine.cluster;

/** What was given to reach a cluster with cannot be used. The message says what to change; it holds no credential. */
public final class InvalidAccess extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidAccess(String message) {
        super(message);
    }
}
