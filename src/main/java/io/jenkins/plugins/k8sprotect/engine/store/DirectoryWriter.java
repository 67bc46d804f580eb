package io.jenkins.plugins.k8sprotect.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Puts files into a folder whole or not at all. They are written to {@code <root>/,incoming} first, whose name no key
 * can have; what a crash leaves there is removed a day later by the next writer.
 */
final class DirectoryWriter {
    private static final String INCOMING = ",incoming";
    private static final Duration LEFTOVER_AGE = Duration.ofDays(1);
    /** Guards the fallback of {@link #create} within this process, where file locks do not. */
    private static final Object CREATION = new Object();

    private final Path root;
    private final boolean posix;
    private boolean swept;

    DirectoryWriter(Path root) {
        this.root = root;
        this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    void replace(Path target, byte[] content) throws IOException {
        Path written = write(content);
        try {
            folders(target.getParent());
            moveTo(written, target);
        } finally {
            Files.deleteIfExists(written);
        }
        force(target.getParent());
    }

    boolean create(Path target, byte[] content) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path written = write(content);
        try {
            folders(target.getParent());
            // link(2) fails if the name is taken: the one atomic "create with this content" there is, on NFS too.
            Files.createLink(target, written);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (!createLocked(written, target)) {
                return false;
            }
        } finally {
            Files.deleteIfExists(written);
        }
        force(target.getParent());
        return true;
    }

    /** For file systems without hard links: holds among all processes whose file system honours locks. */
    private boolean createLocked(Path written, Path target) throws IOException {
        synchronized (CREATION) {
            try (FileChannel channel = FileChannel.open(
                            root.resolve(INCOMING).resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    return false;
                }
                moveTo(written, target);
                return lock.isValid();
            }
        }
    }

    private Path write(byte[] content) throws IOException {
        Path incoming = root.resolve(INCOMING);
        folders(incoming);
        sweep(incoming);
        Path file = incoming.resolve(UUID.randomUUID().toString());
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode("rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** A folder that {@code delete} finds empty may vanish at any time; then the move is tried once more. */
    private void moveTo(Path written, Path target) throws IOException {
        try {
            move(written, target);
        } catch (NoSuchFileException e) {
            folders(target.getParent());
            move(written, target);
        }
    }

    private static void move(Path written, Path target) throws IOException {
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new FileSystemException(
                    target.toString(),
                    null,
                    "lies on another file system than the store's root, so that files cannot"
                            + " be moved there in one step");
        }
    }

    /** Makes a folder and those above it, and forces each one's new name to disk. */
    private void folders(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || folder.equals(root) && Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null && !Files.isDirectory(folder.getParent())) {
            folders(folder.getParent());
        }
        try {
            Files.createDirectory(folder, mode("rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new java.nio.file.NotDirectoryException(folder.toString());
            }
        }
        if (folder.getParent() != null) {
            force(folder.getParent());
        }
    }

    private synchronized void sweep(Path incoming) throws IOException {
        if (swept) {
            return;
        }
        swept = true;
        Instant old = Instant.now().minus(LEFTOVER_AGE);
        try (var files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A new name is durable once its folder was forced (fsync(2)); systems that cannot open a folder do without. */
    private static void force(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (FileSystemException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    private FileAttribute<?>[] mode(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
