package io.jenkins.plugins.k8sprotect.report;

import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.Words;

/** How many objects of a kind an action was done to. Persisted with the build. */
public final class RecordedCount {
    private final String kind;
    private final String action;
    private final long count;

    RecordedCount(String kind, String action, long count) {
        this.kind = Bounded.text(kind);
        this.action = Bounded.text(action);
        this.count = count;
    }

    static RecordedCount of(KindCount count) {
        return new RecordedCount(count.kind().toString(), count.action(), count.count());
    }

    /** As Kubernetes writes it, such as {@code Deployment.apps}; empty for all kinds. */
    public String getKind() {
        return kind;
    }

    public String getAction() {
        return action;
    }

    /** {@code 12,345}. */
    public String getWords() {
        return Words.count(count);
    }

    public long getCount() {
        return count;
    }
}
