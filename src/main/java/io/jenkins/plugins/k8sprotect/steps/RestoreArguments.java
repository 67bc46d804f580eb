package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.app.ExcludeExpression;
import io.jenkins.plugins.k8sprotect.engine.app.Rule;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.plan.ConflictPolicy;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code k8sRestore} was asked to do. Persisted with a running build. */
final class RestoreArguments extends OperationArguments {
    private static final long serialVersionUID = 1;

    private final AppSource app;
    private final String backup;
    private final LinkedHashMap<String, String> namespaces;
    private final ArrayList<String> excludes;
    private final String conflict;
    private final boolean plan;

    /**
     * @param backup an id, or {@code latest}
     * @param namespaces source → target
     * @param excludes expressions that were checked
     * @param conflict word for a {@link ConflictPolicy}
     * @param plan whether only to say what would be done
     */
    RestoreArguments(
            AppSource app,
            String backup,
            ClusterChoice cluster,
            StorageChoice storage,
            Map<String, String> namespaces,
            List<String> excludes,
            String conflict,
            boolean plan,
            int timeoutMinutes,
            ResultPolicy policy) {
        super(cluster, storage, timeoutMinutes, policy);
        this.app = app;
        this.backup = backup;
        this.namespaces = new LinkedHashMap<>(namespaces);
        this.excludes = new ArrayList<>(excludes);
        this.conflict = conflict;
        this.plan = plan;
    }

    @Override
    String step() {
        return RestoreStep.NAME;
    }

    @Override
    String operation() {
        return plan ? "plan" : "restore";
    }

    @Override
    AppSource app() {
        return app;
    }

    @Override
    String backupToRead() {
        return backup;
    }

    @Override
    String announcement(Subject subject, Checkpoint checkpoint) {
        String mapped = namespaces.entrySet().stream()
                .map(e -> e.getKey() + " to " + e.getValue())
                .collect(Collectors.joining(", "));
        return (plan ? "what a restore of " : "") + "backup " + checkpoint.backupId() + " of " + subject.name()
                + subject.namespaces() + " from storage " + storage().shown() + " into cluster "
                + cluster().shown() + (plan ? " would do" : "")
                + (mapped.isEmpty() ? ", in place" : ", namespaces " + mapped);
    }

    @Override
    EngineWork work(
            Subject subject, Checkpoint checkpoint, ClusterLogin cluster, StoreLogin storage, Duration remaining) {
        List<Rule> rules = excludes.stream().map(ExcludeExpression::parse).toList();
        RestoreOptions options = new RestoreOptions(
                namespaces,
                rules,
                ConflictPolicy.valueOf(conflict.toUpperCase(Locale.ROOT)),
                RestoreOptions.DEFAULT_PARALLELISM,
                remaining);
        return new RestoreWork(
                cluster, storage, new BackupReference(subject.name(), checkpoint.backupId()), options, plan);
    }
}
