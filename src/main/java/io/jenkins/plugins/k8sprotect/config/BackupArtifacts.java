package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jenkins.util.VirtualFile;

/**
 * The backups among a build's artifacts. Whoever may archive files there chose their names: only those that a backup's
 * files can have are copied, so that none leads out of the directory.
 */
final class BackupArtifacts {
    /** Below a build's artifacts, with a slash at its end. */
    static final String FOLDER = "k8s-protect/backups/";

    private record Marker(String key, BackupEntry entry) {}

    private final VirtualFile root;

    /** @param root of all the build's artifacts */
    BackupArtifacts(VirtualFile root) {
        this.root = root;
    }

    /** An application's backups, newest first. */
    List<BackupEntry> list(String application) throws IOException {
        return markers(application).stream()
                .map(Marker::entry)
                .sorted(Comparator.comparing(BackupEntry::id).reversed())
                .toList();
    }

    /**
     * Copies a backup, as the directory that is a store has it; the files go through in pieces, whatever their size.
     *
     * @throws AbortException if it holds what no backup holds
     */
    void copy(BackupEntry entry, FilePath to) throws IOException, InterruptedException {
        String folder = BackupCatalog.folder(entry.application(), entry.id());
        for (VirtualFile file : files(folder)) {
            try (InputStream in = file.open()) {
                to.child(folder + file.getName()).copyFrom(in);
            }
        }
        for (Marker marker : markers(entry.application())) {
            if (marker.entry.equals(entry)) {
                to.child(marker.key).copyFrom(new ByteArrayInputStream(new byte[0]));
            }
        }
    }

    private List<VirtualFile> files(String folder) throws IOException {
        List<VirtualFile> files = new ArrayList<>();
        for (VirtualFile file : folder(folder).list()) {
            if (!BackupCatalog.isFile(file.getName()) || file.readLink() != null || !file.isFile()) {
                throw new AbortException("artifacts " + FOLDER + folder + ": found '"
                        + file.getName().replaceAll("\\p{Cntrl}", "?")
                        + "', which is no file of a backup; nothing was restored. Find out who archived it");
            }
            files.add(file);
        }
        return files;
    }

    private List<Marker> markers(String application) throws IOException {
        String folder = BackupCatalog.markers(application);
        List<Marker> markers = new ArrayList<>();
        for (VirtualFile file : folder(folder).list()) {
            String key = folder + file.getName();
            Optional<BackupEntry> entry = BackupCatalog.entry(application, key);
            entry.ifPresent(e -> markers.add(new Marker(key, e)));
        }
        return markers;
    }

    private VirtualFile folder(String path) {
        VirtualFile at = root;
        for (String segment : (FOLDER + path).split("/")) {
            at = at.child(segment);
        }
        return at;
    }
}
