package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Page;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which backups a store holds, known from the keys of their markers alone. Thread-safe as its store is.
 *
 * <p>All methods throw {@link BackupException} {@code INVALID} for a name that no application can have.
 */
public final class BackupCatalog {
    /** Instead of an id: the newest backup that can be restored. */
    public static final String LATEST = "latest";

    private static final int NAMED = 3;

    private final Store store;

    public BackupCatalog(Store store) {
        this.store = store;
    }

    /**
     * The folder whose keys are the markers of an application's backups, for who copies backups as files.
     *
     * @return such as {@code _catalog/shop/}
     */
    public static String markers(String application) {
        return Marker.folder(application);
    }

    /** What the key of a marker says; empty if it is no marker of this application. */
    public static Optional<BackupEntry> entry(String application, String key) {
        return Marker.parse(application, key);
    }

    /**
     * The folder of a backup's files.
     *
     * @return such as {@code shop/20261122T153045Z-3f9c1a/}
     */
    public static String folder(String application, BackupId id) {
        return Layout.folder(application, id);
    }

    /** Whether a backup can have a file of this name. */
    public static boolean isFile(String name) {
        return Layout.isFileName(name) || Layout.isManifest(name);
    }

    /** Applications that have a backup, by name. */
    public List<String> applications() {
        return store.listFolders(Layout.CATALOG).stream()
                .map(folder -> folder.substring(Layout.CATALOG.length(), folder.length() - 1))
                .filter(Layout::isApplication)
                .toList();
    }

    /** An application's backups, newest first; none if it has none. */
    public List<BackupEntry> list(String application) {
        return entries(application, entry -> true, Integer.MAX_VALUE);
    }

    /**
     * The newest backup that did not fail and was not aborted.
     *
     * @throws BackupException {@code NOT_FOUND}; the message names what there is
     */
    public BackupId latest(String application) {
        Predicate<BackupEntry> usable = e -> e.outcome() == Outcome.SUCCEEDED || e.outcome() == Outcome.WARNING;
        return entries(application, usable, 1).stream()
                .findFirst()
                .map(BackupEntry::id)
                .orElseThrow(() -> notFound(application, "no backup of " + application + " that did not fail"));
    }

    /**
     * The backup that a user names.
     *
     * @param idOrLatest an id, or {@link #LATEST}
     * @throws BackupException {@code NOT_FOUND}; the message names what there is
     */
    public BackupId resolve(String application, String idOrLatest) {
        if (idOrLatest.equals(LATEST)) {
            return latest(application);
        }
        BackupId id = BackupId.parse(idOrLatest);
        if (store.head(Layout.folder(application, id) + Layout.MANIFEST).isEmpty()) {
            throw notFound(application, "no backup " + id + " of " + application);
        }
        return id;
    }

    /**
     * The manifest of a backup: its bytes as stored, JSON that holds no secret.
     *
     * @throws BackupException {@code NOT_FOUND}, or {@code MALFORMED} if it is larger than any manifest
     */
    public byte[] manifest(String application, BackupId id) {
        return BackupReader.manifest(store, application, id);
    }

    /**
     * A backup, if it was made under this id; what a crash right after its commit left undone is done.
     *
     * @return empty if there is no backup of this id, even if parts of one are there
     * @throws BackupException if it cannot be read
     */
    public Optional<FinishedBackup> finished(String application, BackupId id) {
        if (store.head(Layout.folder(application, id) + Layout.MANIFEST).isEmpty()) {
            return Optional.empty();
        }
        try (BackupReader reader = BackupReader.open(store, application, id)) {
            Attempt.clear(store, application, id);
            if (Listing.keys(store, Marker.prefix(application, id)).isEmpty()) {
                store.put(Marker.key(reader.manifest()), new byte[0]);
            }
            return Optional.of(new FinishedBackup(reader.manifest(), reader.details()));
        }
    }

    /** SHA-256 of the manifest of the newest backup, whatever its outcome; empty if there is none. */
    public String previousManifestSha256(String application) {
        return entries(application, entry -> true, 1).stream()
                .findFirst()
                .map(BackupEntry::manifestSha256)
                .orElse("");
    }

    /**
     * Deletes a backup: its marker first, so that it is offered no more; then its manifest, so that it exists no more;
     * then its files. After a failure the same call goes on where it stopped.
     *
     * @throws BackupException {@code NOT_FOUND} if the store holds nothing of it
     */
    public void delete(String application, BackupId id) {
        String folder = Layout.folder(application, id);
        List<String> markers = Listing.keys(store, Marker.prefix(application, id));
        List<String> files = Listing.keys(store, folder);
        if (markers.isEmpty() && files.isEmpty()) {
            throw notFound(application, "no backup " + id + " of " + application);
        }
        markers.forEach(store::delete);
        store.delete(folder + Layout.MANIFEST);
        files.forEach(store::delete);
    }

    /**
     * Puts right what a crash left: lists backups that have a manifest and no marker, removes markers that have no
     * manifest, and removes files that no manifest names.
     *
     * @param unfinishedBefore files of a backup without a manifest are removed if it began before this; choose it so
     *     that no backup under way is older
     */
    public CatalogRepair repair(String application, Instant unfinishedBefore) {
        return new CatalogRepairer(store, application, unfinishedBefore).run();
    }

    private List<BackupEntry> entries(String application, Predicate<BackupEntry> wanted, int limit) {
        List<BackupEntry> entries = new ArrayList<>();
        String folder = Marker.folder(application);
        String after = "";
        Page page;
        do {
            page = store.list(folder, after, Store.MAX_PAGE);
            for (StoredObject marker : page.objects()) {
                after = marker.key();
                Optional<BackupEntry> entry = Marker.parse(application, after).filter(wanted);
                entry.ifPresent(entries::add);
                if (entries.size() >= limit) {
                    return entries;
                }
            }
        } while (page.more());
        return entries;
    }

    private BackupException notFound(String application, String what) {
        List<BackupEntry> there = entries(application, entry -> true, NAMED);
        String exists = there.isEmpty()
                ? "the store has backups of "
                        + (applications().isEmpty() ? "nothing" : String.join(", ", applications()))
                : "the newest are "
                        + String.join(
                                ", ",
                                there.stream()
                                        .map(e -> e.id() + " (" + e.outcome() + ")")
                                        .toList());
        return new BackupException(Code.NOT_FOUND, store.description() + ": there is " + what + "; " + exists);
    }
}
