package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.progress.MessageLines;
import io.jenkins.plugins.k8sprotect.engine.progress.Phase;
import io.jenkins.plugins.k8sprotect.engine.progress.PhasedProgress;
import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Progress on a terminal: one line that is drawn again and again, and a line that stays for each phase that is done. */
final class ProgressBar extends PhasedProgress {
    private static final Duration REDRAW = Duration.ofMillis(100);
    /** Back to the first column, and clear to the end of the line (ECMA-48, EL). */
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream terminal;
    private Instant drawn = Instant.MIN;
    private String onScreen = "";

    ProgressBar(PrintStream terminal, Clock clock, MessageLines messages) {
        super(clock, messages);
        this.terminal = terminal;
    }

    /** Above the bar, which is drawn again below it. */
    @Override
    protected void line(String line) {
        terminal.print(CLEAR + line + System.lineSeparator() + onScreen);
        terminal.flush();
    }

    @Override
    protected void ended() {
        onScreen = "";
    }

    @Override
    protected void running(Phase phase, Instant now) {
        if (drawn == Instant.MIN || Duration.between(drawn, now).compareTo(REDRAW) >= 0) {
            drawn = now;
            onScreen = Printable.line(phase.bar(now));
            terminal.print(CLEAR + onScreen);
            terminal.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (!onScreen.isEmpty()) {
            terminal.print(CLEAR);
            terminal.flush();
            onScreen = "";
        }
    }
}
