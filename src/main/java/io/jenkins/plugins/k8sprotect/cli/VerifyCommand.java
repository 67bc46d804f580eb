package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks every byte of a backup. */
@Command(name = "verify", description = "Read a whole backup and compare every file and object with its checksum.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private BackupChoice backup;

    @Mixin
    private FromOption from;

    @Mixin
    private ReportOptions report;

    @Mixin
    private OutputOptions options;

    private final Shell shell;

    VerifyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        backup.check(false);
        ReportFile.check(report.file);
        try (Store store = from.open(shell)) {
            BackupReference chosen = backup.in(store);
            return new Session(shell, options, report).run("verify", operations -> operations.verify(chosen, store));
        }
    }
}
