package jenkins.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.util.VirtualFile;

/** Keeps a build's artifacts in a folder; of a symbolic link it would keep what the link leads to. */
public final class ArtifactsForTests extends ArtifactManager {
    private final Path folder;

    public ArtifactsForTests(Path folder) {
        this.folder = folder;
    }

    @Override
    public void archive(FilePath from, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> artifact : artifacts.entrySet()) {
            Path to = folder.resolve(artifact.getKey());
            Files.createDirectories(to.getParent());
            try (InputStream in = from.child(artifact.getValue()).read()) {
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What is kept: paths with slashes. */
    public List<String> names() throws IOException {
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return all.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public VirtualFile root() {
        return VirtualFile.forFile(folder.toFile());
    }

    @Override
    public boolean delete() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onLoad(Run<?, ?> build) {}
}
