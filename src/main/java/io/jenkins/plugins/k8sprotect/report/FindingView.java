package io.jenkins.plugins.k8sprotect.report;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;

/** A finding in the words of a build's pages. */
public final class FindingView {
    private final RecordedFinding finding;

    FindingView(RecordedFinding finding) {
        this.finding = finding;
    }

    public String getSymbol() {
        return OperationView.symbol(isFailure() ? "outcome-failed" : "outcome-warning");
    }

    public String getColour() {
        return isFailure() ? "jenkins-!-error-color" : "jenkins-!-warning-color";
    }

    /** Says to those who see no symbol what it says. */
    public String getSeverity() {
        return isFailure() ? "Failure" : "Warning";
    }

    /** The object it is about, unless the message names it. */
    public String getObject() {
        return finding.getMessage().contains(finding.getObject()) ? "" : finding.getObject();
    }

    public String getMessage() {
        return finding.getMessage();
    }

    public String getCode() {
        return finding.getCode();
    }

    private boolean isFailure() {
        return finding.getSeverity() == Finding.Severity.FAILURE;
    }
}
