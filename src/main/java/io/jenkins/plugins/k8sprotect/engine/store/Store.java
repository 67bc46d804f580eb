package io.jenkins.plugins.k8sprotect.engine.store;

import java.util.List;
import java.util.Optional;

/**
 * A place for files under keys. Every implementation passes {@code StoreContract} and is safe for use by several
 * threads.
 *
 * <p>Keys are relative, segments parted by {@code /}, as {@link StoreKeys} allows them. Every method throws
 * {@link StoreException}; its {@linkplain StoreException#code() code} says what kind of trouble it is. After an
 * exception of a writing method the effect may or may not have happened, but never half of it.
 */
public interface Store extends AutoCloseable {
    /** Most keys in one {@link Page}. */
    int MAX_PAGE = 1000;

    /** For people, without a secret: {@code file:///backups}, {@code s3://bucket/prefix at https://s3.example.org}. */
    String description();

    /** Stores a file whole or not at all, in place of one that is there; it survives a power cut once this returns. */
    void put(String key, byte[] content);

    /**
     * Stores a file unless there is one under this key; of several callers at one time one wins, where the store can
     * tell (docs/stores.md names those that cannot).
     *
     * @return whether this call created it
     */
    boolean putIfAbsent(String key, byte[] content);

    /**
     * The bytes of a file.
     *
     * @throws StoreException {@code NOT_FOUND} if there is none
     */
    default byte[] get(String key) {
        return get(key, Integer.MAX_VALUE - 16L);
    }

    /**
     * The bytes of a file that must not be larger than {@code maxBytes}; a larger one is not read into memory.
     *
     * @throws StoreException {@code NOT_FOUND} if there is none, {@code INVALID} if it is larger
     */
    byte[] get(String key, long maxBytes);

    /** Size of a file, or empty if there is none. */
    Optional<StoredObject> head(String key);

    /**
     * Files whose keys begin with {@code prefix}, in ascending order of UTF-8 bytes.
     *
     * @param prefix any beginning of a key, also within a segment; empty for all
     * @param startAfter only keys after this one; empty to begin at the start
     * @param limit most keys to return, 1 to {@link #MAX_PAGE}
     */
    Page list(String prefix, String startAfter, int limit);

    /**
     * Folders directly below a folder: what is common to keys up to the next {@code /}.
     *
     * @param prefix empty, or a folder that ends in {@code /}
     * @return full prefixes that end in {@code /}, ascending
     */
    List<String> listFolders(String prefix);

    /** Removes a file; one that is not there is no error. */
    void delete(String key);

    @Override
    void close();
}
