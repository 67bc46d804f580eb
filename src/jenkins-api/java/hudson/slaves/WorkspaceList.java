package hudson.slaves;

import hudson.FilePath;

public final class WorkspaceList {
    public static FilePath tempDir(FilePath a) {
        return new FilePath(a.getChannel(), a.getRemote() + "@tmp");
    }
}
