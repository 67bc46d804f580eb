package io.jenkins.plugins.k8sprotect.engine.result;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What came of one operation on one application.
 *
 * @param operation {@code backup}, {@code restore}, {@code plan}, {@code verify}, {@code hook}, …
 * @param application name of the application; empty for a hook that is for none
 * @param backupId id of the backup that was made or used; empty if there is none
 * @param outcome how it ended
 * @param started when it began
 * @param durationMillis wall time in milliseconds
 * @param identity who acted, as the cluster names it; empty if no cluster was used
 * @param cluster the cluster's API server URL; empty if no cluster was used
 * @param counts objects by kind and action
 * @param findings what a reader should know, gravest first
 * @param timings wall time of each phase, in order
 */
public record OperationResult(
        String operation,
        String application,
        String backupId,
        Outcome outcome,
        Instant started,
        long durationMillis,
        String identity,
        String cluster,
        List<KindCount> counts,
        List<Finding> findings,
        List<Timing> timings)
        implements Serializable {
    public OperationResult {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(backupId, "backupId");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(cluster, "cluster");
        counts = List.copyOf(counts);
        findings = findings.stream().sorted().toList();
        timings = List.copyOf(timings);
    }

    /** Objects by action, over all kinds. */
    public Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        counts.forEach(c -> totals.merge(c.action(), c.count(), Long::sum));
        return totals;
    }

    /** Findings of one severity, in order. */
    public List<Finding> findings(Finding.Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).toList();
    }

    /**
     * The outcome that findings allow: failed if one is a failure, a warning if one wants attention, else success. Never
     * better than what was found.
     */
    public static Outcome outcomeOf(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .max(Enum::compareTo)
                .map(worst -> switch (worst) {
                    case FAILURE -> Outcome.FAILED;
                    case ATTENTION -> Outcome.WARNING;
                    case EXPECTED -> Outcome.SUCCEEDED;
                })
                .orElse(Outcome.SUCCEEDED);
    }
}
