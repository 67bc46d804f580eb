package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A cluster by the name that an administrator gave it. A Pipeline writes the name alone; forms need a choice of its own. */
public final class NamedCluster extends ClusterChoice {
    private static final long serialVersionUID = 1;

    private final String name;

    /** @param name as it is in the configuration of Jenkins */
    @DataBoundConstructor
    public NamedCluster(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    public String getName() {
        return name;
    }

    @Override
    public ClusterLogin login(OperationSite site) throws AbortException {
        return K8sProtectConfiguration.get().cluster(name).loginAsNamed(site);
    }

    @Override
    public String shown() {
        return Shown.plain(String.valueOf(name));
    }

    /** The form of it, offered first. */
    @Extension(ordinal = 100)
    @Symbol("namedCluster")
    public static final class DescriptorImpl extends Descriptor<ClusterChoice> {
        @Override
        public String getDisplayName() {
            return "A cluster that the administrator named";
        }

        /** The names, for who may see the configuration of the item; for others the one that is chosen already. */
        @POST
        public ListBoxModel doFillNameItems(@AncestorInPath Item item, @QueryParameter String name) {
            return Names.list(item, name, K8sProtectConfiguration.get().clusterNames());
        }
    }
}
