package io.jenkins.plugins.k8sprotect.config;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * Where an operation runs, and for which build.
 *
 * @param run the build whose credentials count
 * @param workspace where its files lie: the node's workspace; null if it runs on the controller
 * @param temp an empty directory of its own, on the machine on which it runs; deleted afterwards
 * @param listener the build's log
 * @param who the identity that the build runs as, by which Jenkins lets it read other jobs
 */
public record OperationSite(
        Run<?, ?> run, FilePath workspace, FilePath temp, TaskListener listener, Authentication who) {
    /** With the identity of this thread, which is the build's while its Pipeline's code or step runs on it. */
    public OperationSite(Run<?, ?> run, FilePath workspace, FilePath temp, TaskListener listener) {
        this(run, workspace, temp, listener, Jenkins.getAuthentication2());
    }

    /** Whether the engine runs in the controller's own process, where a Pipeline's author must not reach its files. */
    public boolean onController() {
        return workspace == null || !workspace.isRemote();
    }
}
