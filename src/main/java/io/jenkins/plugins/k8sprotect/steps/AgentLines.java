package io.jenkins.plugins.k8sprotect.steps;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where the lines of one call come in. Lines from an agent travel apart from its answer and may come after it; whoever
 * waits for the end has them all before what follows in the log.
 */
final class AgentLines extends OutputStream {
    /** More than lines of a living agent need; after that they are better late than waited for. */
    private static final int LONGEST_SECONDS = 10;

    private final BuildLog log;
    private final CountDownLatch ended = new CountDownLatch(1);

    AgentLines(BuildLog log) {
        this.log = log;
    }

    @Override
    public void write(int b) {
        log.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        log.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        log.flush();
    }

    @Override
    public void close() {
        log.close();
        ended.countDown();
    }

    /** Waits until nothing more can come, but not for ever. */
    void awaitEnd() throws InterruptedException {
        if (!ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            log.say("the last lines of the agent have not come yet");
        }
    }
}
