package io.jenkins.plugins.k8sprotect.report;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.Locale;

/** A finding as a build keeps it. Persisted with the build. */
public final class RecordedFinding {
    private final String severity;
    private final String code;
    private final String object;
    private final String message;

    private RecordedFinding(Finding finding) {
        severity = finding.severity().name().toLowerCase(Locale.ROOT);
        code = Bounded.text(finding.code());
        object = finding.object() == null ? "" : Bounded.text(finding.object().toString());
        message = Bounded.text(finding.message());
    }

    static RecordedFinding of(Finding finding) {
        return new RecordedFinding(finding);
    }

    public Finding.Severity getSeverity() {
        return Finding.Severity.valueOf(severity.toUpperCase(Locale.ROOT));
    }

    public String getCode() {
        return code;
    }

    /** As people write it, such as {@code Secret shop/db}; empty if it is about the whole. */
    public String getObject() {
        return object;
    }

    public String getMessage() {
        return message;
    }
}
