package jenkins.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** Is a file of this machine if made from one: tests need that. */
public abstract class VirtualFile implements Comparable<VirtualFile>, Serializable {
    public VirtualFile() {}

    public static VirtualFile forFile(File file) {
        return new OfFile(file);
    }

    public abstract String getName();

    public abstract VirtualFile child(String name);

    public abstract boolean exists() throws IOException;

    public abstract boolean isFile() throws IOException;

    public abstract boolean isDirectory() throws IOException;

    public abstract long length() throws IOException;

    public abstract InputStream open() throws IOException;

    public abstract VirtualFile[] list() throws IOException;

    public String readLink() throws IOException {
        return null;
    }

    public Collection<String> list(String includes, String excludes, boolean useDefaultExcludes) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public final int compareTo(VirtualFile that) {
        return getName().compareTo(that.getName());
    }

    private static final class OfFile extends VirtualFile {
        private final File file;

        OfFile(File file) {
            this.file = file;
        }

        @Override
        public String getName() {
            return file.getName();
        }

        @Override
        public VirtualFile child(String name) {
            return new OfFile(new File(file, name));
        }

        @Override
        public boolean exists() {
            return file.exists();
        }

        @Override
        public boolean isFile() {
            return file.isFile();
        }

        @Override
        public boolean isDirectory() {
            return file.isDirectory();
        }

        @Override
        public long length() {
            return file.length();
        }

        @Override
        public VirtualFile[] list() {
            File[] children = file.listFiles();
            return children == null
                    ? new VirtualFile[0]
                    : Arrays.stream(children).map(OfFile::new).toArray(VirtualFile[]::new);
        }

        @Override
        public String readLink() throws IOException {
            return Files.isSymbolicLink(file.toPath())
                    ? Files.readSymbolicLink(file.toPath()).toString()
                    : null;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file.toPath());
        }

        @Override
        public Collection<String> list(String includes, String excludes, boolean useDefaultExcludes)
                throws IOException {
            Path root = file.toPath();
            if (!file.isDirectory() || !"**".equals(includes)) {
                throw new UnsupportedOperationException(includes);
            }
            try (Stream<Path> all = Files.walk(root)) {
                return all.filter(Files::isRegularFile)
                        .map(p -> root.relativize(p).toString())
                        .sorted()
                        .toList();
            }
        }
    }
}
