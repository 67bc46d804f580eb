package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What Ctrl-C does while an operation runs: the first asks it to stop at its next safe point, the second ends the process. */
final class Interruption implements Runnable {
    private final CancelToken cancel;
    private final Consumer<String> say;
    private final Runnable halt;
    private final AtomicInteger pressed = new AtomicInteger();

    /**
     * @param cancel the operation's
     * @param say shows a line to whoever pressed it
     * @param halt ends the process at once
     */
    Interruption(CancelToken cancel, Consumer<String> say, Runnable halt) {
        this.cancel = cancel;
        this.say = say;
        this.halt = halt;
    }

    @Override
    public void run() {
        if (pressed.incrementAndGet() == 1) {
            say.accept("Stopping at the next safe point, then saying what was done. Ctrl-C again ends it at once.");
            cancel.cancel("stopped by Ctrl-C or a signal");
        } else {
            say.accept("Ended at once. What was being written at this moment may or may not have arrived:"
                    + " run the same command again to complete it.");
            halt.run();
        }
    }
}
