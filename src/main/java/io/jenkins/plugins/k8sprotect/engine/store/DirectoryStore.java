package io.jenkins.plugins.k8sprotect.engine.store;

import io.jenkins.plugins.k8sprotect.engine.store.StoreException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A store in a folder: a file is written beside its place, forced to disk, and moved or linked there in one step. Only
 * the owner may read what it makes. Symbolic links below the root are not followed.
 */
final class DirectoryStore implements Store {
    private final Path root;
    private final DirectoryWriter writer;

    DirectoryStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.writer = new DirectoryWriter(this.root);
    }

    @Override
    public String description() {
        return root.toUri().toString();
    }

    @Override
    public void put(String key, byte[] content) {
        guarded(key, () -> {
            writer.replace(path(key), content);
            return null;
        });
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content) {
        return guarded(key, () -> writer.create(path(key), content));
    }

    @Override
    public byte[] get(String key, long maxBytes) {
        return guarded(key, () -> {
            Path path = path(key);
            if (!isFile(path)) {
                throw StoreException.notFound(description(), key);
            }
            try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                byte[] content = Files.size(path) > maxBytes
                        ? null
                        : in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
                if (content == null || content.length > maxBytes) {
                    throw StoreException.tooLarge(description(), key, maxBytes);
                }
                return content;
            }
        });
    }

    @Override
    public Optional<StoredObject> head(String key) {
        return guarded(key, () -> {
            Path path = path(key);
            return isFile(path) ? Optional.of(new StoredObject(key, Files.size(path))) : Optional.empty();
        });
    }

    @Override
    public Page list(String prefix, String startAfter, int limit) {
        StoreKeys.checkPrefix(prefix);
        StoreKeys.checkPrefix(startAfter);
        StoreKeys.checkLimit(limit);
        return guarded(prefix, () -> new DirectoryListing(root).page(prefix, startAfter, limit));
    }

    @Override
    public List<String> listFolders(String prefix) {
        StoreKeys.checkFolder(prefix);
        return guarded(prefix, () -> new DirectoryListing(root).folders(prefix));
    }

    @Override
    public void delete(String key) {
        guarded(key, () -> {
            Path path = path(key);
            if (isFile(path)) {
                Files.delete(path);
                removeEmptyFolders(path.getParent());
            }
            return null;
        });
    }

    @Override
    public void close() {
        // Holds nothing open between calls.
    }

    private void removeEmptyFolders(Path folder) throws IOException {
        for (Path at = folder; at.startsWith(root) && !at.equals(root); at = at.getParent()) {
            try {
                Files.delete(at);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                return;
            }
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The file of a key; refuses a way there that leads over a symbolic link, and so perhaps out of the root. */
    private Path path(String key) throws IOException {
        Path at = root;
        for (String segment : StoreKeys.check(key).split("/")) {
            at = at.resolve(segment);
            if (Files.isSymbolicLink(at)) {
                throw StoreException.invalid(description() + ": " + key + ": " + at
                        + " is a symbolic link, which is not followed; move the store's files into its root");
            }
        }
        return at;
    }

    private interface FileAction<T> {
        T run() throws IOException;
    }

    private <T> T guarded(String key, FileAction<T> action) {
        try {
            return action.run();
        } catch (NoSuchFileException e) {
            throw StoreException.notFound(description(), key);
        } catch (AccessDeniedException e) {
            throw new StoreException(
                    Code.FORBIDDEN,
                    description() + ": " + key + ": no permission for " + e.getFile()
                            + "; give this user read and write access to the store's folder",
                    e);
        } catch (NotDirectoryException e) {
            throw new StoreException(Code.INVALID, description() + ": " + e.getFile() + " is no folder", e);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new StoreException(
                    Code.OTHER, description() + ": " + key + ": " + reason + " (" + e.getFile() + ")", e);
        } catch (IOException e) {
            throw new StoreException(Code.OTHER, description() + ": " + key + ": " + e.getMessage(), e);
        }
    }
}
