package io.jenkins.plugins.k8sprotect.report;

import io.jenkins.plugins.k8sprotect.engine.result.Timing;

/** How long a phase took. Persisted with the build. */
public final class RecordedTiming {
    private final String phase;
    private final long millis;

    private RecordedTiming(Timing timing) {
        phase = Bounded.text(timing.phase());
        millis = timing.millis();
    }

    static RecordedTiming of(Timing timing) {
        return new RecordedTiming(timing);
    }

    public String getPhase() {
        return phase;
    }

    public long getMillis() {
        return millis;
    }
}
