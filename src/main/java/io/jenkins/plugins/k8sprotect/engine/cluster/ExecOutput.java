package io.jenkins.plugins.k8sprotect.engine.cluster;

/** Takes what a command writes. */
public interface ExecOutput {
    /**
     * A piece of standard output.
     *
     * @param buffer used again after the call
     * @param length bytes of it that count, from its start
     */
    void stdout(byte[] buffer, int length);

    /** A piece of standard error, as {@link #stdout}. */
    void stderr(byte[] buffer, int length);
}
