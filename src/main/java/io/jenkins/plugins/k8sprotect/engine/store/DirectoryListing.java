package io.jenkins.plugins.k8sprotect.engine.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Walks a folder in the order of keys. Names that no key can have are passed over: unfinished files and strangers; so
 * are symbolic links.
 */
final class DirectoryListing {
    private final Path root;
    private final List<StoredObject> found = new ArrayList<>();

    private record Child(String name, boolean folder, Path path) {
        /** A folder sorts as its keys do: with the slash that follows its name. */
        String order() {
            return folder ? name + "/" : name;
        }
    }

    DirectoryListing(Path root) {
        this.root = root;
    }

    Page page(String prefix, String startAfter, int limit) throws IOException {
        walk("", root, prefix, startAfter, limit + 1);
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more);
    }

    List<String> folders(String prefix) throws IOException {
        List<String> folders = new ArrayList<>();
        Path at = root;
        for (String segment : prefix.isEmpty() ? new String[0] : prefix.split("/")) {
            at = at.resolve(segment);
            if (Files.isSymbolicLink(at)) {
                return folders;
            }
        }
        for (Child child : children(at)) {
            if (child.folder()
                    && !new DirectoryListing(child.path())
                            .page("", "", 1)
                            .objects()
                            .isEmpty()) {
                folders.add(prefix + child.order());
            }
        }
        return folders;
    }

    private void walk(String folder, Path path, String prefix, String startAfter, int limit) throws IOException {
        for (Child child : children(path)) {
            if (found.size() >= limit) {
                return;
            }
            String key = folder + child.order();
            if (child.folder()) {
                boolean mayMatch = key.startsWith(prefix) || prefix.startsWith(key);
                boolean mayFollow = key.compareTo(startAfter) > 0 || startAfter.startsWith(key);
                if (mayMatch && mayFollow) {
                    walk(key, child.path(), prefix, startAfter, limit);
                }
            } else if (key.startsWith(prefix) && key.compareTo(startAfter) > 0) {
                add(key, child.path());
            }
        }
    }

    private void add(String key, Path path) throws IOException {
        try {
            found.add(new StoredObject(key, Files.size(path)));
        } catch (NoSuchFileException e) {
            // Deleted since its folder was read: a listing is not one point in time.
            return;
        }
    }

    private static List<Child> children(Path folder) throws IOException {
        List<Child> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
                if (StoreKeys.isSegment(name) && (isFolder || Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))) {
                    children.add(new Child(name, isFolder, entry));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        children.sort(Comparator.comparing(Child::order));
        return children;
    }
}
