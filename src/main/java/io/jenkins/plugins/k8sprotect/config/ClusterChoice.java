package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import java.io.Serializable;

/** Which cluster, and as whom: a nested choice of the steps, and what an administrator gives a name. Holds no secret. */
public abstract class ClusterChoice extends AbstractDescribableImpl<ClusterChoice> implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Finds the credentials.
     *
     * @throws AbortException that says which credential is not found, of the wrong type, or not usable here; nothing
     *     else is tried instead
     */
    public abstract ClusterLogin login(OperationSite site) throws AbortException;

    /** As people may see it: {@code prod}, or {@code kubeconfig kube-prod, context admin}. */
    public abstract String shown();
}
