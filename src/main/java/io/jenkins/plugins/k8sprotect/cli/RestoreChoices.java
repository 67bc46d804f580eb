package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.app.Rule;
import io.jenkins.plugins.k8sprotect.engine.plan.NamespacePairs;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that say what a restore does. */
final class RestoreChoices {
    @Option(
            names = "--map-namespace",
            paramLabel = "SOURCE=TARGET",
            description = "Restore what was in SOURCE into TARGET; once for each namespace.")
    private List<String> namespaces = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "WHAT",
            converter = ExcludeOption.class,
            description = "Leave out KIND, KIND/NAME or KIND/NAMESPACE/NAME; names may be globs; repeatable.")
    private List<Rule> excludes = new ArrayList<>();

    @Option(
            names = "--conflict",
            paramLabel = "HOW",
            converter = Conflict.Reader.class,
            defaultValue = "replace",
            description = "What to do about objects that are there and different: fail (write nothing at all), skip"
                    + " (leave them) or replace (default: ${DEFAULT-VALUE}).")
    private Conflict conflict;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "At most so many writes at the same time, 1 to 256 (default: ${DEFAULT-VALUE}).")
    private int parallel = RestoreOptions.DEFAULT_PARALLELISM;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Stop at a safe point and fail after this time, such as 90s, 15m or 1h30m (default: 30m).")
    private Duration timeout = RestoreOptions.DEFAULT_TIMEOUT;

    /** @throws UserError if they do not go together */
    RestoreOptions toOptions() {
        try {
            return new RestoreOptions(mapping(), excludes, conflict.policy(), parallel, timeout);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
    }

    private Map<String, String> mapping() {
        try {
            return NamespacePairs.parse(namespaces);
        } catch (IllegalArgumentException e) {
            throw new UserError("--map-namespace: " + e.getMessage());
        }
    }
}
