package io.jenkins.plugins.k8sprotect.engine.progress;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Follows the phases of an operation; how they are shown is for the one who extends it. */
public abstract class PhasedProgress implements Progress {
    private final Clock clock;
    private final MessageLines messages;
    private final Map<String, Phase> phases = new HashMap<>();

    protected PhasedProgress(Clock clock, MessageLines messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** Writes a line that stays. */
    protected abstract void line(String line);

    /** A phase has ended; its line follows. */
    protected void ended() {}

    /** A phase went on. */
    protected abstract void running(Phase phase, Instant now);

    @Override
    public final synchronized void emit(Event event) {
        if (event instanceof Event.Progress progress) {
            progress(progress);
        } else if (event instanceof Event.Message message) {
            messages.line(message).ifPresent(this::line);
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
            ended();
            line(Printable.line(phase.end(now)));
        } else {
            running(phase, now);
        }
    }
}
