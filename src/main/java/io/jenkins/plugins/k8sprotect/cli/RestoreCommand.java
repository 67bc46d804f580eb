package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restores a backup, or shows what a restore would do. */
@Command(name = "restore", description = "Restore a backup into a cluster, or show what that would do.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private BackupChoice backup;

    @Mixin
    private FromOption from;

    @Option(names = "--plan", description = "Write nothing; print what would be done about each object.")
    private boolean plan;

    @Mixin
    private RestoreChoices choices;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private ReportOptions report;

    @Mixin
    private OutputOptions options;

    private final Shell shell;

    RestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        backup.check(false);
        RestoreOptions wanted = choices.toOptions();
        ReportFile.check(report.file);
        ClusterAccess access = cluster.open();
        try (Store store = from.open(shell)) {
            BackupReference chosen = backup.in(store);
            Session session = new Session(shell, options, report);
            return plan
                    ? session.run("plan", operations -> operations.plan(chosen, store, access, wanted))
                    : session.run("restore", operations -> operations.restore(chosen, store, access, wanted));
        }
    }
}
