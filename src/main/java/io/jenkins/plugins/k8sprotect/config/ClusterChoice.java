package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import java.io.Serializable;
import java.util.List;

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

    /** As {@link #login}, with the right of the administrator who gave this a name in the configuration of Jenkins. */
    ClusterLogin loginAsNamed(OperationSite site) throws AbortException {
        return login(site);
    }

    /** What is wrong with the parameters themselves, each by name; empty if nothing. Nothing is contacted. */
    protected List<String> mistakes() {
        return List.of();
    }

    /** @throws AbortException that names every mistake */
    final void refuseMistakes() throws AbortException {
        if (!mistakes().isEmpty()) {
            throw new AbortException(shown() + ": " + String.join("; ", mistakes()));
        }
    }

    /** As people may see it: {@code prod}, or {@code kubeconfig kube-prod, context admin}. */
    public abstract String shown();
}
