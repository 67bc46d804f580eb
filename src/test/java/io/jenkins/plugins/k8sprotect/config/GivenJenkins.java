package io.jenkins.plugins.k8sprotect.config;

import com.cloudbees.plugins.credentials.CredentialsForTests;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.FilePath;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.JobForTests;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.JenkinsForTests;

/** A Jenkins with the plugin's configuration, a job in a folder, and users of several rights. */
final class GivenJenkins implements AutoCloseable {
    static final String ADMIN = "admin";
    static final String DEVELOPER = "developer";
    static final String VIEWER = "viewer";
    static final String RUNNER = "runner";

    /** Every kind of cluster and storage that this room has, and the entries that name them. */
    static final List<Descriptor<?>> DESCRIPTORS = List.of(
            new DirectoryStorage.DescriptorImpl(),
            new KubeconfigCluster.DescriptorImpl(),
            new NamedCluster.DescriptorImpl(),
            new NamedClusterEntry.DescriptorImpl(),
            new NamedStorage.DescriptorImpl(),
            new NamedStorageEntry.DescriptorImpl(),
            new S3Storage.DescriptorImpl(),
            new TokenCluster.DescriptorImpl());

    final K8sProtectConfiguration configuration = new K8sProtectConfiguration();
    final JobForTests job = JobForTests.named("team/a/deploy");
    private final JenkinsForTests jenkins = JenkinsForTests.install();

    GivenJenkins() {
        jenkins.with(configuration).with(job);
        DESCRIPTORS.forEach(jenkins::with);
        jenkins.grant(ADMIN, Jenkins.ADMINISTER);
        jenkins.grant(DEVELOPER, Item.CONFIGURE, Item.EXTENDED_READ, CredentialsProvider.USE_ITEM);
        jenkins.grant(VIEWER, Item.EXTENDED_READ);
        jenkins.grant(RUNNER, Item.BUILD);
    }

    /** A build of the job that runs on the controller. */
    OperationSite onController() {
        return site(null);
    }

    /** A build of the job that runs on an agent. */
    OperationSite onAgent() {
        VirtualChannel channel = (VirtualChannel) Proxy.newProxyInstance(
                GivenJenkins.class.getClassLoader(), new Class<?>[] {VirtualChannel.class}, (proxy, method, args) -> {
                    throw new IllegalStateException("nothing is asked of the agent yet");
                });
        return site(new FilePath(channel, "/agent/workspace"));
    }

    private OperationSite site(FilePath workspace) {
        return new OperationSite(job.newBuild(), workspace, new FilePath(new File("temp")), null, ACL.SYSTEM2);
    }

    @Override
    public void close() {
        jenkins.close();
        CredentialsForTests.clear();
    }
}
