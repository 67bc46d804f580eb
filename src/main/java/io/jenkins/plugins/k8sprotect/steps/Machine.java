package io.jenkins.plugins.k8sprotect.steps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.slaves.WorkspaceList;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import jenkins.security.MasterToSlaveCallable;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Where an operation runs: on the agent of the {@code node} around the step, else in the controller's own process. */
final class Machine {
    private static final int OWNER_ONLY = 0700;

    private final FilePath workspace;
    private final String name;

    private Machine(FilePath workspace, String name) {
        this.workspace = workspace;
        this.name = name;
    }

    /**
     * Looks where the step stands now.
     *
     * @param onNode whether it stood in a {@code node} before
     * @throws AgentAwayException if the node's agent is not connected
     */
    static Machine of(StepContext context, boolean onNode) throws AgentAwayException, InterruptedException {
        try {
            FilePath workspace = context.get(FilePath.class);
            if (workspace == null && onNode) {
                throw new AgentAwayException("its agent is not connected", null);
            }
            return new Machine(workspace, name(context, workspace));
        } catch (IOException e) {
            throw new AgentAwayException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String name(StepContext context, FilePath workspace) throws IOException, InterruptedException {
        if (workspace == null || !workspace.isRemote()) {
            return "the controller";
        }
        EnvVars environment = context.get(EnvVars.class);
        String node = environment == null ? null : environment.get("NODE_NAME");
        return node == null || node.isEmpty() ? "the agent" : "agent " + node;
    }

    /** Null outside of a {@code node}. */
    FilePath workspace() {
        return workspace;
    }

    /** Whether that is another process than the controller's. */
    boolean isRemote() {
        return workspace != null && workspace.isRemote();
    }

    /** As people may see it: {@code agent linux-1}, {@code the controller}. */
    String shown() {
        return name;
    }

    /** A folder that {@link #newFolder} made in an earlier attempt. */
    FilePath folder(String path) {
        return workspace == null ? new FilePath(new File(path)) : new FilePath(workspace.getChannel(), path);
    }

    /** A new empty folder of it, outside of the workspace, and closed to other users of the machine: a backup may lie there. */
    FilePath newFolder() throws AgentAwayException, IOException, InterruptedException {
        try {
            FilePath parent = workspace == null
                    ? new FilePath(new File(System.getProperty("java.io.tmpdir")))
                    : WorkspaceList.tempDir(workspace);
            parent.mkdirs();
            FilePath folder = parent.createTempDir("k8s-protect", "");
            folder.chmod(OWNER_ONLY);
            return folder;
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** Does something there and waits for it. */
    <V> V call(MasterToSlaveCallable<V, RuntimeException> callable)
            throws AgentAwayException, IOException, InterruptedException {
        if (!isRemote()) {
            return callable.call();
        }
        try {
            return workspace.getChannel().callAsync(callable).get();
        } catch (ExecutionException e) {
            throw away(new IOException(name + " could not do it: " + e.getCause(), e.getCause()));
        } catch (CancellationException e) {
            throw new IOException(name + " was told to give it up", e);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** The same failure, or that the agent is away where that is the reason. */
    private IOException away(IOException e) throws AgentAwayException {
        if (isRemote() && LostConnection.isCauseOf(e)) {
            throw new AgentAwayException("the connection to " + name + " was lost", e);
        }
        return e;
    }
}
