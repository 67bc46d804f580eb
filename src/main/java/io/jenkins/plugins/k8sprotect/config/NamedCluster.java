package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;

/** A cluster by the name that an administrator gave it. */
public final class NamedCluster extends ClusterChoice {
    private static final long serialVersionUID = 1;

    private final String name;

    public NamedCluster(String name) {
        this.name = name;
    }

    @Override
    public ClusterLogin login(OperationSite site) throws AbortException {
        throw new AbortException("no cluster is named " + name);
    }

    @Override
    public String shown() {
        return name;
    }
}
