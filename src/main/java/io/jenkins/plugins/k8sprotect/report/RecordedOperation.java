package io.jenkins.plugins.k8sprotect.report;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a build keeps of one operation, for its pages. Persisted with the build; the whole is in the archived files. */
public final class RecordedOperation {
    /** Findings kept, the gravest: the archived result has every one. */
    private static final int FINDINGS = 20;

    private static final int KINDS = 100;
    private static final int PHASES = 20;
    private static final int NOTES = 20;

    private final String key;
    private final String folder;
    private final String operation;
    private final String application;
    private final String backupId;
    private final String outcome;
    private final long startedMillis;
    private final long durationMillis;
    private final String identity;
    private final String cluster;
    private final List<RecordedCount> totals;
    private final long failures;
    private final long warnings;
    private final long expected;
    private final List<RecordedFinding> findings;
    private final List<RecordedCount> counts;
    private final long countsLeftOut;
    private final List<RecordedTiming> timings;
    private final List<String> notes;
    private List<String> files = new ArrayList<>();
    private String notArchived = "";

    private RecordedOperation(String key, String folder, OperationResult result, List<String> notes) {
        this.key = key;
        this.folder = folder;
        operation = Bounded.text(result.operation());
        application = Bounded.text(result.application());
        backupId = Bounded.text(result.backupId());
        outcome = result.outcome().name().toLowerCase(Locale.ROOT);
        startedMillis = result.started().toEpochMilli();
        durationMillis = result.durationMillis();
        identity = Bounded.text(result.identity());
        cluster = Bounded.text(result.cluster());
        totals = new ArrayList<>();
        result.totals().forEach((action, count) -> totals.add(new RecordedCount("", action, count)));
        failures = result.findings(Finding.Severity.FAILURE).size();
        warnings = result.findings(Finding.Severity.ATTENTION).size();
        expected = result.findings(Finding.Severity.EXPECTED).size();
        findings = new ArrayList<>(result.findings().stream()
                .limit(FINDINGS)
                .map(RecordedFinding::of)
                .toList());
        counts = new ArrayList<>(
                result.counts().stream().limit(KINDS).map(RecordedCount::of).toList());
        countsLeftOut = (long) result.counts().size() - counts.size();
        timings = new ArrayList<>(
                result.timings().stream().limit(PHASES).map(RecordedTiming::of).toList());
        this.notes =
                new ArrayList<>(notes.stream().limit(NOTES).map(Bounded::text).toList());
    }

    static RecordedOperation of(String key, String folder, OperationResult result, List<String> notes) {
        return new RecordedOperation(key, folder, result, notes);
    }

    void archived(List<String> names) {
        files = new ArrayList<>(names);
    }

    void notArchived(String reason) {
        notArchived = Bounded.text(String.valueOf(reason));
    }

    String key() {
        return key;
    }

    public String getFolder() {
        return folder;
    }

    public String getOperation() {
        return operation;
    }

    public String getApplication() {
        return application;
    }

    public String getBackupId() {
        return backupId;
    }

    public Outcome getOutcome() {
        return Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    public Instant getStarted() {
        return Instant.ofEpochMilli(startedMillis);
    }

    public long getDurationMillis() {
        return durationMillis;
    }

    public String getIdentity() {
        return identity;
    }

    public String getCluster() {
        return cluster;
    }

    /** Objects by action, over all kinds, also over those that {@link #getCounts} leaves out. */
    public Map<String, Long> getTotals() {
        Map<String, Long> byAction = new TreeMap<>();
        totals.forEach(t -> byAction.put(t.getAction(), t.getCount()));
        return byAction;
    }

    public long getFailures() {
        return failures;
    }

    public long getWarnings() {
        return warnings;
    }

    public long getExpected() {
        return expected;
    }

    /** The gravest; {@link #getFailures}, {@link #getWarnings} and {@link #getExpected} count all. */
    public List<RecordedFinding> getFindings() {
        return List.copyOf(findings);
    }

    /** By kind and action; of many the first, and {@link #getCountsLeftOut} says how many more there are. */
    public List<RecordedCount> getCounts() {
        return List.copyOf(counts);
    }

    public long getCountsLeftOut() {
        return countsLeftOut;
    }

    public List<RecordedTiming> getTimings() {
        return List.copyOf(timings);
    }

    public List<String> getNotes() {
        return List.copyOf(notes);
    }

    /** Names of the files archived in {@link #getFolder}. */
    public List<String> getFiles() {
        return List.copyOf(files);
    }

    /** Why the files were not archived; empty if they were. */
    public String getNotArchived() {
        return notArchived;
    }
}
