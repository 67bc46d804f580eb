package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.model.Result;

/** What came of one stage. */
public final class StageReport {
    private final String name;
    private final long begin = System.nanoTime();
    private volatile long end;
    private volatile Result result = Result.SUCCESS;

    StageReport(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** How long it took, in milliseconds. */
    public long millis() {
        return (end - begin) / 1_000_000;
    }

    public Result result() {
        return result;
    }

    void worsen(Result to) {
        if (to.isWorseThan(result)) {
            result = to;
        }
    }

    void end() {
        end = System.nanoTime();
    }
}
