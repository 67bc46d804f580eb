package io.jenkins.plugins.k8sprotect.steps;

import hudson.remoting.ChannelClosedException;
import hudson.remoting.RequestAbortedException;

/** Tells a lost connection from what went wrong at its other end. */
final class LostConnection {
    private LostConnection() {}

    /** Whether the connection broke, or had been broken: these two are made here, never sent. */
    static boolean isCauseOf(Throwable e) {
        int depth = 0;
        for (Throwable cause = e; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof RequestAbortedException || cause instanceof ChannelClosedException) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
