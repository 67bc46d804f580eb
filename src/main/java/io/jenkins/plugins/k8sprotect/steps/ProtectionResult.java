package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Words;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * What a step returns to the Pipeline. Immutable; persisted with a build whose Pipeline keeps it in a variable, so it
 * holds text, numbers and the JDK's plain collections alone, and its fields stay as they are. What a getter returns is a
 * copy: a Pipeline may change that.
 */
public final class ProtectionResult implements Serializable {
    private static final long serialVersionUID = 1;

    private final String operation;
    private final String app;
    private final String id;
    private final String outcome;
    private final String started;
    private final long durationMillis;
    private final String cluster;
    private final String identity;
    private final String artifacts;
    private final LinkedHashMap<String, LinkedHashMap<String, Long>> counts;
    private final LinkedHashMap<String, Long> totals;
    private final LinkedHashMap<String, Long> timings;
    private final ArrayList<String> warnings;
    private final ArrayList<LinkedHashMap<String, Serializable>> findings;
    private final ArrayList<LinkedHashMap<String, Serializable>> plan;
    private final ArrayList<LinkedHashMap<String, Serializable>> runs;

    private ProtectionResult(OperationResult result, Answer answer, String artifacts) {
        operation = result.operation();
        app = result.application();
        id = result.backupId();
        outcome = result.outcome().name().toLowerCase(Locale.ROOT);
        started = result.started().toString();
        durationMillis = result.durationMillis();
        cluster = result.cluster();
        identity = result.identity();
        this.artifacts = artifacts;
        counts = ResultMaps.counts(result);
        totals = new LinkedHashMap<>(result.totals());
        timings = ResultMaps.timings(result);
        warnings = new ArrayList<>(result.findings(Finding.Severity.ATTENTION).stream()
                .map(ResultMaps::sentence)
                .toList());
        findings = ResultMaps.findings(result.findings());
        plan = ResultMaps.plan(answer.plan());
        runs = ResultMaps.runs(answer.runs());
    }

    /** @param artifacts folder below the build's artifacts; empty if nothing was archived */
    static ProtectionResult of(Answer answer, String artifacts) {
        return new ProtectionResult(answer.result(), answer, artifacts);
    }

    /** {@code backup}, {@code restore}, {@code plan} or {@code hook}. */
    @Whitelisted
    public String getOperation() {
        return operation;
    }

    /** Name of the application; empty for an operation on none. */
    @Whitelisted
    public String getApp() {
        return app;
    }

    /** Id of the backup that was made or used; empty if there is none. */
    @Whitelisted
    public String getId() {
        return id;
    }

    /** {@code succeeded}, {@code warning}, {@code aborted} or {@code failed}. */
    @Whitelisted
    public String getOutcome() {
        return outcome;
    }

    /** When it began, ISO 8601, UTC. */
    @Whitelisted
    public String getStarted() {
        return started;
    }

    @Whitelisted
    public long getDurationMillis() {
        return durationMillis;
    }

    /** URL of the cluster's API server. */
    @Whitelisted
    public String getCluster() {
        return cluster;
    }

    /** Who acted, as the cluster names it. */
    @Whitelisted
    public String getIdentity() {
        return identity;
    }

    /** Folder of the reports below the build's artifacts; empty if nothing was archived. */
    @Whitelisted
    public String getArtifacts() {
        return artifacts;
    }

    /** Kind → action → how many objects, such as {@code counts['Deployment.apps'].captured}. */
    @Whitelisted
    public Map<String, Map<String, Long>> getCounts() {
        Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
        counts.forEach((kind, actions) -> copy.put(kind, new LinkedHashMap<>(actions)));
        return copy;
    }

    /** Action → how many objects, over all kinds. */
    @Whitelisted
    public Map<String, Long> getTotals() {
        return new LinkedHashMap<>(totals);
    }

    /** Phase → wall time in milliseconds, in order. */
    @Whitelisted
    public Map<String, Long> getTimings() {
        return new LinkedHashMap<>(timings);
    }

    /** What needs a look, a sentence each. */
    @Whitelisted
    public List<String> getWarnings() {
        return new ArrayList<>(warnings);
    }

    /** Everything that was found, gravest first: {@code severity}, {@code code}, {@code object}, {@code message}. */
    @Whitelisted
    public List<Map<String, Serializable>> getFindings() {
        return copy(findings);
    }

    /**
     * The first objects that a restore does something about: {@code kind}, {@code namespace}, {@code name}, {@code
     * action}, {@code reason}, {@code changes}. All are in {@code plan.json} of {@link #getArtifacts}.
     */
    @Whitelisted
    public List<Map<String, Serializable>> getPlan() {
        return copy(plan);
    }

    /**
     * What a hook ran: {@code pod}, {@code container}, {@code end}, {@code exitCode}, {@code durationMillis}, {@code
     * stdout} and {@code stderr} (their last lines).
     */
    @Whitelisted
    public List<Map<String, Serializable>> getRuns() {
        return copy(runs);
    }

    private static List<Map<String, Serializable>> copy(List<LinkedHashMap<String, Serializable>> maps) {
        List<Map<String, Serializable>> copy = new ArrayList<>();
        for (LinkedHashMap<String, Serializable> map : maps) {
            Map<String, Serializable> entry = new LinkedHashMap<>(map);
            entry.replaceAll((key, value) -> value instanceof ArrayList<?> list ? new ArrayList<>(list) : value);
            copy.add(entry);
        }
        return copy;
    }

    /** {@code backup 20261122T153045Z-3f9c1a of shop: succeeded, 12 captured, 3.2 s}. */
    @Whitelisted
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(operation);
        text.append(id.isEmpty() ? "" : " " + id).append(app.isEmpty() ? "" : " of " + app);
        text.append(": ").append(outcome);
        totals.forEach(
                (action, count) -> text.append(", ").append(count).append(' ').append(action));
        return text.append(", ").append(Words.duration(durationMillis)).toString();
    }
}
