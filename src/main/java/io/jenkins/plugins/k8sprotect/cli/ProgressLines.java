package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Progress in a log: a line a phase when it is done, and while it runs at most one every few seconds. */
final class ProgressLines implements Progress {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintStream log;
    private final Clock clock;
    private final MessageLines messages;
    private final Map<String, Phase> phases = new HashMap<>();

    ProgressLines(PrintStream log, Clock clock, MessageLines messages) {
        this.log = log;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public synchronized void emit(Event event) {
        if (event instanceof Event.Progress progress) {
            progress(progress);
        } else if (event instanceof Event.Message message) {
            messages.line(message).ifPresent(log::println);
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
            log.println(Printable.line(phase.end(now)));
        } else if (Duration.between(phase.shown, now).compareTo(PAUSE) >= 0) {
            phase.shown = now;
            log.println(Printable.line(phase.line()));
        }
    }

    @Override
    public void close() {
        log.flush();
    }
}
