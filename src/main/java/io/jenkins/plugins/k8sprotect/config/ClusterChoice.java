package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;

/** Which cluster, and as whom: a nested choice of the steps, and what an administrator gives a name. Holds no secret. */
public abstract class ClusterChoice extends Choice<ClusterChoice> {
    private static final long serialVersionUID = 1;

    /**
     * Finds the credentials.
     *
     * @throws AbortException that says which credential is not found, of the wrong type, or not usable here; nothing
     *     else is tried instead
     */
    public abstract ClusterLogin login(OperationSite site) throws AbortException;

    /** As {@link #login}, with the right of the administrator who gave this a name in the configuration of Jenkins. */
    ClusterLogin loginAsNamed(OperationSite site) throws AbortException {
        return login(site);
    }
}
