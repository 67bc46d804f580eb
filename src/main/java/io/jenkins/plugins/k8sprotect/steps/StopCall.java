package io.jenkins.plugins.k8sprotect.steps;

import jenkins.security.MasterToSlaveCallable;

/**
 * Asks an operation to stop, on the machine on which it runs; its own call then returns with what was done until then.
 *
 * <p>Cancelling the call's future instead would throw that answer away, and would stop waiting for it after half a
 * minute, whatever the operation still does.
 */
final class StopCall extends MasterToSlaveCallable<Boolean, RuntimeException> {
    private static final long serialVersionUID = 1;

    private final String attempt;
    private final String reason;
    private final boolean deadline;

    StopCall(String attempt, String reason, boolean deadline) {
        this.attempt = attempt;
        this.reason = reason;
        this.deadline = deadline;
    }

    @Override
    public Boolean call() {
        StopRequests.of(attempt).stop(reason, deadline);
        return true;
    }
}
