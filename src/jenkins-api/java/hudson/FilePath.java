package hudson;

import hudson.remoting.Callable;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.remoting.RoleChecker;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Is a file of this machine, whose callables go through the channel if there is one: tests need that. */
public final class FilePath implements SerializableOnlyOverRemoting {
    private final File file;
    private final transient VirtualChannel channel;

    public FilePath(File file) {
        this(null, file.getPath());
    }

    public FilePath(VirtualChannel channel, String remote) {
        this.channel = channel;
        this.file = new File(remote);
    }

    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return channel == null ? callable.invoke(file, null) : act(new Remote<>(file, callable));
    }

    public <V, E extends Throwable> V act(Callable<V, E> callable) throws IOException, InterruptedException, E {
        return channel == null ? callable.call() : channel.call(callable);
    }

    public VirtualChannel getChannel() {
        return channel;
    }

    public boolean isRemote() {
        return channel != null;
    }

    public FilePath child(String path) {
        return new FilePath(channel, file.toPath().resolve(path).toString());
    }

    public String getRemote() {
        return file.getPath();
    }

    public boolean exists() throws IOException, InterruptedException {
        return file.exists();
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        return file.isDirectory();
    }

    public boolean isDescendant(String path) throws IOException, InterruptedException {
        Path real = file.toPath().toRealPath();
        Path asked = file.toPath().resolve(path);
        return Files.exists(asked) && asked.toRealPath().startsWith(real);
    }

    public String readToString() throws IOException, InterruptedException {
        return Files.readString(file.toPath());
    }

    public InputStream read() throws IOException, InterruptedException {
        return Files.newInputStream(file.toPath());
    }

    public long length() throws IOException, InterruptedException {
        return file.length();
    }

    public void write(String text, String encoding) throws IOException, InterruptedException {
        Files.createDirectories(file.toPath().toAbsolutePath().getParent());
        Files.write(file.toPath(), text.getBytes(encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }

    public void copyFrom(InputStream in) throws IOException, InterruptedException {
        Files.createDirectories(file.toPath().toAbsolutePath().getParent());
        Files.copy(in, file.toPath(), StandardCopyOption.REPLACE_EXISTING);
    }

    public void mkdirs() throws IOException, InterruptedException {
        Files.createDirectories(file.toPath());
    }

    public FilePath createTempDir(String prefix, String suffix) throws IOException, InterruptedException {
        return new FilePath(
                channel, Files.createTempDirectory(file.toPath(), prefix).toString());
    }

    public void chmod(int mask) throws IOException, InterruptedException {
        StringBuilder permissions = new StringBuilder("rwxrwxrwx");
        for (int bit = 0; bit < 9; bit++) {
            if ((mask & 1 << bit) == 0) {
                permissions.setCharAt(8 - bit, '-');
            }
        }
        Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString(permissions.toString()));
    }

    public List<FilePath> list() throws IOException, InterruptedException {
        List<FilePath> children = new ArrayList<>();
        try (Stream<Path> paths = Files.list(file.toPath())) {
            paths.sorted().forEach(p -> children.add(new FilePath(channel, p.toString())));
        }
        return children;
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        if (!file.exists()) {
            return;
        }
        try (Stream<Path> paths = Files.walk(file.toPath())) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File file, VirtualChannel channel) throws IOException, InterruptedException;
    }

    private static final class Remote<T> implements Callable<T, IOException> {
        private final File file;
        private final FileCallable<T> callable;

        Remote(File file, FileCallable<T> callable) {
            this.file = file;
            this.callable = callable;
        }

        @Override
        public T call() throws IOException {
            try {
                return callable.invoke(file, null);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void checkRoles(RoleChecker checker) throws SecurityException {}
    }
}
