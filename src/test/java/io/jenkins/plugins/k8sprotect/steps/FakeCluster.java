package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.OperationSite;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;

/** A cluster whose token is looked up for each attempt, and is {@link #TOKEN}. */
final class FakeCluster extends ClusterChoice {
    static final String TOKEN = "planted-token-7c1f";
    private static final long serialVersionUID = 1;

    static volatile String missing;

    /** As whom it was asked for last. */
    static volatile String asked;

    @Override
    public ClusterLogin login(OperationSite site) throws AbortException {
        asked = site.who().getName();
        if (missing != null) {
            throw new AbortException(missing);
        }
        return new ClusterLogin.Token("https://cluster", TOKEN, null);
    }

    @Override
    public String shown() {
        return "prod";
    }
}
