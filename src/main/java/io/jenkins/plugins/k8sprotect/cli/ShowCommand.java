package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupReader;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Manifest;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one backup. */
@Command(name = "show", description = "Show what is in a backup, where it is from, and what it found.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private BackupChoice backup;

    @Mixin
    private FromOption from;

    @Mixin
    private OutputOptions options;

    private final Shell shell;

    ShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        backup.check(false);
        try (Store store = from.open(shell)) {
            BackupReference chosen = backup.in(store);
            BackupId id = new BackupCatalog(store).resolve(chosen.application(), chosen.idOrLatest());
            try (BackupReader reader = BackupReader.open(store, chosen.application(), id)) {
                print(reader.manifest(), reader.details());
            }
        }
        return ExitCode.DONE;
    }

    private void print(Manifest manifest, Details details) {
        if (options.json) {
            shell.output().result(BackupJson.show(manifest, details));
        } else {
            shell.output().result(BackupText.show(manifest, details));
        }
    }
}
