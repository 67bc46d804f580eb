package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say which backup is meant. */
final class BackupChoice {
    @Option(
            names = "--app",
            paramLabel = "NAME",
            description = "Name of the application. Without --backup, its latest backup that did not fail.")
    private String app;

    @Option(
            names = "--backup",
            paramLabel = "ID",
            converter = Id.class,
            description = "Id of the backup, as 'list' shows it. --app is needed only where two applications have it.")
    private BackupId id;

    /** Refuses, before a store is opened, options that choose nothing. */
    void check(boolean needsId) {
        if (id == null && needsId) {
            throw new UserError("--backup is missing; 'k8s-protect list' shows the ids");
        }
        if (id == null && app == null) {
            throw new UserError("neither --app nor --backup is given; --app NAME means the latest backup of an"
                    + " application, --backup ID a certain one ('k8s-protect list' shows them)");
        }
    }

    /** Finds the application where only an id was given. */
    BackupReference in(Store store) {
        if (id == null) {
            return new BackupReference(app, BackupCatalog.LATEST);
        }
        return new BackupReference(app != null ? app : applicationOf(store), id.value());
    }

    private String applicationOf(Store store) {
        BackupCatalog catalog = new BackupCatalog(store);
        List<String> owners = catalog.applications().stream()
                .filter(application -> catalog.list(application).stream().anyMatch(e -> e.id().equals(id)))
                .toList();
        if (owners.isEmpty()) {
            throw new BackupException(
                    BackupException.Code.NOT_FOUND,
                    store.description() + ": lists no backup " + id + "; 'k8s-protect list' shows those it has");
        }
        if (owners.size() > 1) {
            throw new UserError("--backup: " + String.join(" and ", owners) + " both have a backup " + id
                    + "; say which with --app");
        }
        return owners.get(0);
    }

    /** Reads an id. */
    static final class Id implements ITypeConverter<BackupId> {
        @Override
        public BackupId convert(String text) {
            if (BackupId.isId(text)) {
                return BackupId.parse(text);
            }
            throw new TypeConversionException("'" + text + "' is no backup id; one looks like 20261122T153045Z-3f9c1a,"
                    + " and 'k8s-protect list' shows them");
        }
    }
}
