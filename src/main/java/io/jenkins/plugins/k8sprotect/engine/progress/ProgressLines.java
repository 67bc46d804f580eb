package io.jenkins.plugins.k8sprotect.engine.progress;

import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Progress in a log: a line a phase when it is done, and while it runs at most one every few seconds. */
public final class ProgressLines extends PhasedProgress {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintStream log;

    public ProgressLines(PrintStream log, Clock clock, MessageLines messages) {
        super(clock, messages);
        this.log = log;
    }

    @Override
    protected void line(String line) {
        log.println(line);
    }

    @Override
    protected void running(Phase phase, Instant now) {
        if (Duration.between(phase.shown, now).compareTo(PAUSE) >= 0) {
            phase.shown = now;
            line(Printable.line(phase.line()));
        }
    }

    @Override
    public void close() {
        log.flush();
    }
}
