package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes one backup. */
@Command(name = "delete", description = "Delete one backup from a store. There is no way back.")
final class DeleteCommand implements Callable<Integer> {
    @Mixin
    private BackupChoice backup;

    @Mixin
    private FromOption from;

    @Option(
            names = "--yes",
            description = "Really delete; without it, the command says what it would delete and fails.")
    private boolean yes;

    @Mixin
    private OutputOptions options;

    private final Shell shell;

    DeleteCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        backup.check(true);
        try (Store store = from.open(shell)) {
            BackupReference chosen = backup.in(store);
            String what =
                    "backup " + chosen.idOrLatest() + " of " + chosen.application() + " in " + store.description();
            if (!yes) {
                throw new UserError("would delete " + what + "; there is no way back: give --yes to do it");
            }
            new BackupCatalog(store).delete(chosen.application(), BackupId.parse(chosen.idOrLatest()));
            if (options.json) {
                shell.output().result(BackupJson.deleted(chosen));
            } else {
                shell.output().result("Deleted " + what + ".\n");
            }
        }
        return ExitCode.DONE;
    }
}
