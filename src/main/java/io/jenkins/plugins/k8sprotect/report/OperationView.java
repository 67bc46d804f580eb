package io.jenkins.plugins.k8sprotect.report;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Words;
import java.util.List;
import java.util.Locale;

/** One operation in the words of a build's pages. Its texts are plain: the pages escape them. */
public final class OperationView {
    private static final String BACKUP = "backup";
    private static final String CAPTURED = "captured";

    private final RecordedOperation operation;
    private final String artifacts;
    private final boolean mayReadArtifacts;

    /**
     * @param artifacts URL of the build's artifacts, with a slash at its end
     * @param mayReadArtifacts whether the reader may follow links there
     */
    OperationView(RecordedOperation operation, String artifacts, boolean mayReadArtifacts) {
        this.operation = operation;
        this.artifacts = artifacts;
        this.mayReadArtifacts = mayReadArtifacts;
    }

    /** {@code Backup of shop}. */
    public String getTitle() {
        return Words.operation(operation.getOperation()) + " of " + operation.getApplication();
    }

    /** {@code succeeded, 31 objects, 12.3 s}. */
    public String getWords() {
        String objects = getObjects();
        return Words.outcome(operation.getOutcome()) + (objects.isEmpty() ? "" : ", " + objects) + ", " + getTook();
    }

    /** {@code 31 objects} of a backup; of others what was done: {@code created 12, unchanged 3}. */
    public String getObjects() {
        return operation.getOperation().equals(BACKUP)
                ? Words.count(operation.getTotals().getOrDefault(CAPTURED, 0L), "object", "objects")
                : Words.totals(operation.getTotals());
    }

    /** The symbol that goes with the outcome: each has its own shape, colour alone tells nothing. */
    public String getSymbol() {
        return symbol("outcome-" + operation.getOutcome().name().toLowerCase(Locale.ROOT));
    }

    public String getColour() {
        return colour(operation.getOutcome());
    }

    public String getTook() {
        return Words.duration(operation.getDurationMillis());
    }

    public String getStarted() {
        return Words.time(operation.getStarted());
    }

    public String getBackupId() {
        return operation.getBackupId();
    }

    public String getCluster() {
        return operation.getCluster();
    }

    public String getIdentity() {
        return operation.getIdentity();
    }

    public List<String> getNotes() {
        return operation.getNotes();
    }

    /** Why the operation's files are not among the artifacts; empty if they are. */
    public String getNotArchived() {
        return operation.getNotArchived();
    }

    /** The findings that want a person, gravest first; benign ones are only counted. */
    public List<FindingView> getFindings() {
        return operation.getFindings().stream()
                .filter(f -> f.getSeverity() != Finding.Severity.EXPECTED)
                .map(FindingView::new)
                .toList();
    }

    /** {@code and 12 more failures or warnings, 3 benign findings: in the report}; empty if nothing is left out. */
    public String getMoreFindings() {
        long more = operation.getFailures()
                + operation.getWarnings()
                - getFindings().size();
        StringBuilder words = new StringBuilder();
        if (more > 0) {
            words.append(Words.count(more, "more failure or warning", "more failures or warnings"));
        }
        if (operation.getExpected() > 0) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(Words.count(operation.getExpected(), "benign finding", "benign findings"));
        }
        return words.isEmpty() ? "" : "And " + words + ": the report and the result list them.";
    }

    /** {@code 2 failures, 1 warning}; empty if there is neither. */
    public String getProblems() {
        String failures =
                operation.getFailures() == 0 ? "" : Words.count(operation.getFailures(), "failure", "failures");
        String warnings =
                operation.getWarnings() == 0 ? "" : Words.count(operation.getWarnings(), "warning", "warnings");
        return failures + (failures.isEmpty() || warnings.isEmpty() ? "" : ", ") + warnings;
    }

    public List<RecordedCount> getCounts() {
        return operation.getCounts();
    }

    /** How many rows of {@link #getCounts} are left out, in words; empty if none is. */
    public String getMoreCounts() {
        long more = operation.getCountsLeftOut();
        return more == 0
                ? ""
                : "And " + Words.count(more, "more row", "more rows") + ": the report and the result list them.";
    }

    /** Time by phase, as {@code capture 1.2 s, write 340 ms}. */
    public String getPhases() {
        return String.join(
                ", ",
                operation.getTimings().stream()
                        .map(t -> t.getPhase() + " " + Words.duration(t.getMillis()))
                        .toList());
    }

    /** Links to the archived files; none if the reader may not read the build's artifacts. */
    public List<FileLink> getLinks() {
        if (!mayReadArtifacts) {
            return List.of();
        }
        String folder = artifacts + operation.getFolder() + "/";
        return operation.getFiles().stream()
                .map(name -> new FileLink(name, folder + name))
                .toList();
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "jenkins-!-success-color";
            case WARNING -> "jenkins-!-warning-color";
            case ABORTED -> "jenkins-!-text-color-secondary";
            case FAILED -> "jenkins-!-error-color";
        };
    }

    static String symbol(String name) {
        return "symbol-" + name + " plugin-k8s-protect";
    }
}
