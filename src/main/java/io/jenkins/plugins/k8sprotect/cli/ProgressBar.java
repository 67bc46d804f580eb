package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Progress on a terminal: one line that is drawn again and again, and a line that stays for each phase that is done. */
final class ProgressBar implements Progress {
    private static final Duration REDRAW = Duration.ofMillis(100);
    /** Back to the first column, and clear to the end of the line (ECMA-48, EL). */
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream terminal;
    private final Clock clock;
    private final MessageLines messages;
    private final Map<String, Phase> phases = new HashMap<>();
    private Instant drawn = Instant.MIN;
    private String onScreen = "";

    ProgressBar(PrintStream terminal, Clock clock, MessageLines messages) {
        this.terminal = terminal;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public synchronized void emit(Event event) {
        if (event instanceof Event.Progress progress) {
            progress(progress);
        } else if (event instanceof Event.Message message) {
            messages.line(message).ifPresent(this::above);
        }
    }

    private void progress(Event.Progress progress) {
        Instant now = clock.instant();
        Phase phase = phases.computeIfAbsent(progress.phase(), p -> new Phase(progress, now));
        phase.update(progress);
        if (phase.finished) {
            return;
        }
        if (phase.isComplete()) {
            phase.finished = true;
            onScreen = "";
            above(Printable.line(phase.end(now)));
        } else if (drawn == Instant.MIN || Duration.between(drawn, now).compareTo(REDRAW) >= 0) {
            drawn = now;
            onScreen = Printable.line(phase.bar(now));
            terminal.print(CLEAR + onScreen);
            terminal.flush();
        }
    }

    /** Writes a line that stays, and the bar again below it. */
    private void above(String line) {
        terminal.print(CLEAR + line + System.lineSeparator() + onScreen);
        terminal.flush();
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
