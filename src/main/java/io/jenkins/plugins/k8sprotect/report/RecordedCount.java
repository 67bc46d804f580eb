package io.jenkins.plugins.k8sprotect.report;

import io.jenkins.plugins.k8sprotect.engine.result.KindCount;

/** How many objects of a kind an action was done to. Persisted with the build. */
public final class RecordedCount {
    private final String kind;
    private final String action;
    private final long count;

    private RecordedCount(KindCount count) {
        kind = Bounded.text(count.kind().toString());
        action = Bounded.text(count.action());
        this.count = count.count();
    }

    static RecordedCount of(KindCount count) {
        return new RecordedCount(count);
    }

    /** As Kubernetes writes it, such as {@code Deployment.apps}. */
    public String getKind() {
        return kind;
    }

    public String getAction() {
        return action;
    }

    public long getCount() {
        return count;
    }
}
