package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import io.jenkins.plugins.k8sprotect.engine.store.Page;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoredObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One of several attempts at a backup of a given id: the last one that began. A file in the backup's folder says whose it
 * is. An earlier attempt may still run, where nobody could tell it to stop; it finds its file gone, and then neither
 * stores nor removes anything more.
 */
final class Attempt {
    private static final byte[] NOTHING = {};

    private final Store store;
    private final String folder;
    private final String key;

    private Attempt(Store store, String folder) {
        this.store = store;
        this.folder = folder;
        this.key = folder + Layout.ATTEMPT + UUID.randomUUID();
    }

    /**
     * Takes the id over, and removes what earlier attempts left.
     *
     * @throws BackupException {@code EXISTS} if the backup was committed
     */
    static Attempt begin(Store store, String application, BackupId id) {
        Attempt attempt = new Attempt(store, Layout.folder(application, id));
        List<String> left = Listing.keys(store, attempt.folder);
        attempt.refuseCommitted(left);
        // Their claims first: an attempt that still runs must not take what is stored from now on for its own.
        left.stream().filter(attempt::isClaim).forEach(store::delete);
        store.put(attempt.key, NOTHING);
        left = Listing.keys(store, attempt.folder);
        attempt.refuseCommitted(left);
        left.stream().filter(k -> !k.equals(attempt.key)).forEach(store::delete);
        return attempt;
    }

    /** Removes claims beside a committed backup, which a crash right after the commit leaves. */
    static void clear(Store store, String application, BackupId id) {
        String prefix = Layout.folder(application, id) + Layout.ATTEMPT;
        Listing.keys(store, prefix).forEach(store::delete);
    }

    private void refuseCommitted(List<String> keys) {
        if (keys.contains(folder + Layout.MANIFEST)) {
            throw new BackupException(Code.EXISTS, store.description() + ": " + folder + " is a whole backup already");
        }
    }

    private boolean isClaim(String file) {
        return file.startsWith(folder + Layout.ATTEMPT);
    }

    /** Whether no later attempt took over. */
    boolean isCurrent() {
        return store.head(key).isPresent();
    }

    /** @throws BackupException {@code EXISTS} if a later attempt took over */
    void check() {
        if (!isCurrent()) {
            throw new BackupException(
                    Code.EXISTS, store.description() + ": another attempt at " + folder + " took over; this one ends");
        }
    }

    /** Stores a file in place of one that an earlier attempt stored after this one had begun. */
    void replace(String file, byte[] content) {
        check();
        store.put(file, content);
    }

    /**
     * Right before the commit: removes what an earlier attempt stored meanwhile, and makes sure that all is there.
     *
     * @throws BackupException {@code EXISTS} if something is missing, which another attempt must have removed
     */
    void settle(List<StoredFile> files) {
        Set<StoredObject> expected = new HashSet<>();
        files.forEach(f -> expected.add(new StoredObject(folder + f.name(), f.size())));
        String after = "";
        Page page;
        do {
            page = store.list(folder, after, Store.MAX_PAGE);
            for (StoredObject file : page.objects()) {
                after = file.key();
                if (!expected.remove(file) && !after.equals(key)) {
                    check();
                    store.delete(after);
                }
            }
        } while (page.more());
        if (!expected.isEmpty()) {
            throw new BackupException(
                    Code.EXISTS,
                    store.description() + ": " + folder + ": another attempt changed what this one stored; make the"
                            + " backup again");
        }
        check();
    }

    void end() {
        store.delete(key);
    }
}
