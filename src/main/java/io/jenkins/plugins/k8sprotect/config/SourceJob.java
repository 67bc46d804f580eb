package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.SecurityRealm;
import java.util.Set;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * The job whose builds' artifacts are read, and by which right. A build may read its own job. Another job it reads as the
 * identity that it runs as; where none is configured builds run as SYSTEM, which may do anything, and are taken for a
 * user who is logged in and was granted nothing further, as the Copy Artifact plugin does.
 */
final class SourceJob {
    private static final Authentication AUTHENTICATED = new UsernamePasswordAuthenticationToken(
            "authenticated", "", Set.of(SecurityRealm.AUTHENTICATED_AUTHORITY2));

    private final Job<?, ?> job;
    private final Authentication who;
    private final boolean own;

    private SourceJob(Job<?, ?> job, Authentication who, boolean own) {
        this.job = job;
        this.who = who;
        this.own = own;
    }

    /**
     * @param path as Jenkins finds it from the build's folder, or from the top with a slash; empty for the build's job
     * @throws AbortException the same whether there is no such job or it may not be read: that it exists is not told
     */
    static SourceJob find(String path, Run<?, ?> build, Authentication identity) throws AbortException {
        Job<?, ?> own = build.getParent();
        Authentication who = ACL.SYSTEM2.equals(identity) ? AUTHENTICATED : identity;
        Job<?, ?> job = path.isEmpty() ? own : readable(path, own, who);
        if (job == null) {
            throw new AbortException("jenkinsArtifacts: job: there is no job '" + path + "', or this build may not read"
                    + " it; it reads as " + who.getName() + ", who needs Job/Read there");
        }
        return new SourceJob(job, who, job.equals(own));
    }

    @SuppressWarnings("try") // The context is there for its effect.
    private static Job<?, ?> readable(String path, Job<?, ?> own, Authentication who) {
        try (ACLContext context = ACL.as2(who)) {
            Job<?, ?> job = Jenkins.get().getItem(path, own.getParent(), Job.class);
            boolean allowed = job != null && (job.equals(own) || job.hasPermission2(who, Item.READ));
            return allowed ? job : null;
        } catch (AccessDeniedException e) {
            return null;
        }
    }

    Job<?, ?> job() {
        return job;
    }

    /** Whether the artifacts of one of its builds may be read; the permission counts only where Jenkins has it switched on. */
    void mayReadArtifacts(Run<?, ?> build) throws AbortException {
        if (!own && Run.ARTIFACTS.getEnabled() && !build.hasPermission2(who, Run.ARTIFACTS)) {
            throw new AbortException("jenkinsArtifacts: " + build.getFullDisplayName() + ": " + who.getName()
                    + " may not read its artifacts; needs Run/Artifacts there");
        }
    }
}
