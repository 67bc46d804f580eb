package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.cluster.ExecOutput;

/** Both outputs of one run, in memory that does not grow with them. */
final class Output implements ExecOutput {
    final OutputTail out = new OutputTail();
    final OutputTail err = new OutputTail();

    @Override
    public void stdout(byte[] buffer, int length) {
        out.add(buffer, length);
    }

    @Override
    public void stderr(byte[] buffer, int length) {
        err.add(buffer, length);
    }
}
