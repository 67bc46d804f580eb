package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupEntry;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the backups in a store. */
@Command(name = "list", description = "List the backups in a store, newest first.")
final class ListCommand implements Callable<Integer> {
    @Option(names = "--app", paramLabel = "NAME", description = "Only the backups of this application.")
    private String app;

    @Mixin
    private FromOption from;

    @Mixin
    private OutputOptions options;

    private final Shell shell;

    ListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Store store = from.open(shell)) {
            BackupCatalog catalog = new BackupCatalog(store);
            List<String> applications = app == null ? catalog.applications() : List.of(app);
            List<BackupEntry> entries = applications.stream()
                    .flatMap(application -> catalog.list(application).stream())
                    .toList();
            print(store, entries);
        }
        return ExitCode.DONE;
    }

    private void print(Store store, List<BackupEntry> entries) {
        if (options.json) {
            shell.output().result(BackupJson.list(entries));
        } else if (entries.isEmpty()) {
            shell.output().say("No backups" + (app == null ? "" : " of " + app) + " in " + store.description() + ".");
        } else {
            shell.output().result(BackupText.list(entries));
        }
    }
}
