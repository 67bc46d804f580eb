package io.jenkins.plugins.k8sprotect.engine.progress;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.result.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One phase of an operation as it is shown. Not thread-safe. */
public final class Phase {
    /** Lines are kept this long: narrow enough for every terminal that people use, and nobody need be asked. */
    private static final int WIDTH = 79;

    private static final int BAR = 14;
    /** Before this much time a rate is noise. */
    private static final long RATE_AFTER_MILLIS = 1_000;

    private final Instant started;
    private Event.Progress latest;
    Instant shown;
    boolean finished;

    Phase(Event.Progress first, Instant now) {
        latest = first;
        started = now;
        shown = now;
    }

    /** Threads may overtake each other on their way here: what was counted does not shrink. */
    void update(Event.Progress progress) {
        if (progress.done() >= latest.done()) {
            latest = progress;
        }
    }

    boolean isComplete() {
        return latest.total() >= 0 && latest.done() >= latest.total();
    }

    /** {@code apply      [=====>      ]  45%  4,500/10,000 objects, 1,230/s, 5 s left}. */
    public String bar(Instant now) {
        String counts = latest.total() < 0
                ? Words.count(latest.done()) + " " + latest.unit()
                : String.format(
                        Locale.ROOT,
                        "[%s] %3d%%  %s/%s %s",
                        drawn(),
                        percent(),
                        Words.count(latest.done()),
                        Words.count(latest.total()),
                        latest.unit());
        String line = String.format(Locale.ROOT, "%-10s %s%s", latest.phase(), counts, pace(now));
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH);
    }

    /** {@code apply: 4,500 of 10,000 objects}. */
    String line() {
        String of = latest.total() < 0 ? "" : " of " + Words.count(latest.total());
        return latest.phase() + ": " + Words.count(latest.done()) + of + " " + latest.unit();
    }

    /** {@code apply: 10,000 objects in 8.1 s}. */
    String end(Instant now) {
        return latest.phase() + ": " + Words.count(latest.done()) + " " + latest.unit() + " in "
                + Words.duration(Duration.between(started, now).toMillis());
    }

    private long percent() {
        return latest.total() == 0 ? 100 : Math.min(100, latest.done() * 100 / latest.total());
    }

    private String drawn() {
        int full = (int) (percent() * BAR / 100);
        return full == BAR ? "=".repeat(BAR) : "=".repeat(full) + ">" + " ".repeat(BAR - full - 1);
    }

    private String pace(Instant now) {
        long millis = Duration.between(started, now).toMillis();
        if (millis < RATE_AFTER_MILLIS || latest.done() <= 0) {
            return "";
        }
        String rate = ", " + Words.count(latest.done() * 1_000 / millis) + "/s";
        return latest.total() < 0 || isComplete() ? rate : rate + ", " + left(millis);
    }

    private String left(long millis) {
        double perUnit = (double) millis / latest.done();
        long seconds = Math.round(perUnit * (latest.total() - latest.done()) / 1_000);
        return Words.duration(Math.max(1, seconds) * 1_000).replace(".0 s", " s") + " left";
    }
}
