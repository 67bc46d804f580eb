package io.jenkins.plugins.k8sprotect.engine.result;

/** How an operation ended, worst last. */
public enum Outcome {
    /** All that was asked for was done, and nothing needs a look. */
    SUCCEEDED,
    /** All that could be done was done; the warnings say what is not as it should be. */
    WARNING,
    /** Stopped on request; the result says what was done until then. */
    ABORTED,
    /** Something that was asked for was not done. */
    FAILED;

    public Outcome worse(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
