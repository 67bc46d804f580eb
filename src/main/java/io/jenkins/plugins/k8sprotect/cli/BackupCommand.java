package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Backs an application up. */
@Command(name = "backup", description = "Back an application up from a cluster to a store.")
final class BackupCommand implements Callable<Integer> {
    @Option(
            names = "--app",
            required = true,
            paramLabel = "FILE",
            description = "The application's definition, a YAML file; - reads standard input.")
    private String app;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            converter = StoreOption.class,
            description = OpenStore.HELP)
    private StoreUrl to;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private ReportOptions report;

    @Mixin
    private OutputOptions options;

    private final Shell shell;

    BackupCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ReportFile.check(report.file);
        Application application = ApplicationFile.read(app, shell.input());
        ClusterAccess access = cluster.open();
        try (Store store = OpenStore.at(to, shell.environment())) {
            return new Session(shell, options, report)
                    .run("backup", operations -> operations.backup(application, access, store));
        }
    }
}
