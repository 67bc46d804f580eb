package io.jenkins.plugins.k8sprotect.harness.build;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import jenkins.model.ArtifactManager;
import jenkins.util.VirtualFile;

/** Artifacts as files of a folder; one may not lie outside of it. */
final class ArtifactsOnDisk extends ArtifactManager {
    private final Path root;

    ArtifactsOnDisk(Path root) {
        this.root = root;
    }

    @Override
    public void archive(FilePath from, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> artifact : artifacts.entrySet()) {
            Path target = root.resolve(artifact.getKey()).normalize();
            if (!target.startsWith(root)) {
                throw new IOException(artifact.getKey() + " is outside of the artifacts");
            }
            try (InputStream in = from.child(artifact.getValue()).read()) {
                new FilePath(target.toFile()).copyFrom(in);
            }
        }
    }

    @Override
    public VirtualFile root() {
        return VirtualFile.forFile(root.toFile());
    }

    @Override
    public boolean delete() throws IOException, InterruptedException {
        new FilePath(root.toFile()).deleteRecursive();
        return true;
    }

    @Override
    public void onLoad(Run<?, ?> build) {}
}
