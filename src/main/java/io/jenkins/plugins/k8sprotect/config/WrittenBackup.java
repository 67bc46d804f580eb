package io.jenkins.plugins.k8sprotect.config;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jenkins.MasterToSlaveFileCallable;

/**
 * Which files of a store's directory are those of one backup, asked on the machine where they lie. A symbolic link is
 * refused: what it leads to would be archived in its place.
 */
final class WrittenBackup extends MasterToSlaveFileCallable<List<String>> {
    private static final long serialVersionUID = 1;

    private final String application;
    private final BackupId id;

    WrittenBackup(String application, BackupId id) {
        this.application = application;
        this.id = id;
    }

    /** Keys, that is paths with slashes, the marker last. */
    @Override
    public List<String> invoke(File directory, VirtualChannel channel) throws IOException {
        Path root = directory.toPath();
        List<String> keys = new ArrayList<>();
        String folder = BackupCatalog.folder(application, id);
        for (String name : names(root, folder)) {
            if (!BackupCatalog.isFile(name)) {
                throw refused(root.resolve(folder).resolve(name), "is no file of a backup");
            }
            keys.add(folder + name);
        }
        String markers = BackupCatalog.markers(application);
        for (String name : names(root, markers)) {
            BackupCatalog.entry(application, markers + name)
                    .filter(entry -> entry.id().equals(id))
                    .ifPresent(entry -> keys.add(markers + name));
        }
        for (String key : keys) {
            if (!Files.isRegularFile(root.resolve(key), LinkOption.NOFOLLOW_LINKS)) {
                throw refused(root.resolve(key), "is a symbolic link or no file");
            }
        }
        return keys;
    }

    private static List<String> names(Path root, String folder) throws IOException {
        Path at = root;
        for (String segment : ("./" + folder).split("/")) {
            at = at.resolve(segment).normalize();
            if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(at, "is a symbolic link or no folder");
            }
        }
        try (Stream<Path> files = Files.list(at)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static IOException refused(Path path, String what) {
        return new IOException(path + " " + what + ": the backup was not archived");
    }
}
