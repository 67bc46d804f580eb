package jenkins.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.IOException;
import java.util.Map;
import jenkins.util.VirtualFile;

public abstract class ArtifactManager {
    public ArtifactManager() {}

    public abstract void archive(FilePath a, Launcher b, BuildListener c, Map<String, String> d)
            throws IOException, InterruptedException;

    public abstract VirtualFile root();

    public abstract boolean delete() throws IOException, InterruptedException;

    public abstract void onLoad(Run<?, ?> a);
}
