package io.jenkins.plugins.k8sprotect.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A cluster and its name, in the configuration of Jenkins. */
public final class NamedClusterEntry extends AbstractDescribableImpl<NamedClusterEntry> implements NamedEntry {
    private final String name;
    private final ClusterChoice cluster;

    /**
     * @param name by which Pipelines refer to it
     * @param cluster what is meant
     */
    @DataBoundConstructor
    public NamedClusterEntry(String name, ClusterChoice cluster) {
        this.name = Util.fixEmptyAndTrim(name);
        this.cluster = cluster;
    }

    @Override
    public String getName() {
        return name;
    }

    public ClusterChoice getCluster() {
        return cluster;
    }

    @Override
    public List<String> mistakes() {
        return Names.mistakes("cluster", cluster, NamedCluster.class);
    }

    /** The form of it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<NamedClusterEntry> {
        @Override
        public String getDisplayName() {
            return "Cluster";
        }

        /** What can be given a name: not a name. */
        public List<Descriptor<ClusterChoice>> getClusterDescriptors() {
            return Choices.clusterDescriptors().stream()
                    .filter(d -> d.clazz != NamedCluster.class)
                    .toList();
        }

        /** Whether it can be a name. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Names.check(value);
        }
    }
}
