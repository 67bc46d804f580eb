package io.jenkins.plugins.k8sprotect.engine.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A moment at which waiting ends, by an injected clock. */
public record Deadline(Clock clock, Instant at) {
    public static Deadline after(Clock clock, Duration duration) {
        return new Deadline(clock, clock.instant().plus(duration));
    }

    public boolean isPast() {
        return !clock.instant().isBefore(at);
    }

    /** Time left, never negative. */
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
