package io.jenkins.plugins.k8sprotect.engine.archive;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The public description of a backup and of every file in it.
 *
 * @param application the application's name
 * @param id the backup's id
 * @param info what its maker said
 * @param objects objects in it
 * @param files its files other than the manifest: segments in order, index, details
 * @param sha256 SHA-256 of the manifest's own bytes, in lower-case hexadecimal; not a field of it
 */
public record Manifest(
        String application, BackupId id, ManifestInfo info, long objects, List<StoredFile> files, String sha256) {
    public Manifest {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(sha256, "sha256");
        files = List.copyOf(files);
    }

    /** Stored bytes of all files but the manifest. */
    public long storedBytes() {
        return files.stream().mapToLong(StoredFile::size).sum();
    }

    /** The segments in order of their numbers. */
    public List<StoredFile> segments() {
        return files.stream().filter(f -> Layout.isSegment(f.name())).toList();
    }

    Optional<StoredFile> file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
