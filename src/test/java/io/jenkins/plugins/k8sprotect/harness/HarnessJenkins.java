package io.jenkins.plugins.k8sprotect.harness;

import com.cloudbees.plugins.credentials.CredentialsForTests;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import hudson.model.Descriptor;
import io.jenkins.plugins.k8sprotect.config.K8sProtectConfiguration;
import io.jenkins.plugins.k8sprotect.config.NamedClusterEntry;
import io.jenkins.plugins.k8sprotect.config.NamedStorageEntry;
import io.jenkins.plugins.k8sprotect.harness.binding.Descriptors;
import io.jenkins.plugins.k8sprotect.harness.build.JobOnDisk;
import io.jenkins.plugins.k8sprotect.harness.pipeline.PipelineRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.JenkinsForTests;
import org.jenkinsci.plugins.structs.describable.NestedChoicesForTests;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * A Jenkins with the plugin: extensions from the index, the global configuration bound from what an administrator would
 * write, credentials, jobs, and agents that run Jenkinsfiles. One at a time; closing it removes all.
 */
public final class HarnessJenkins implements AutoCloseable {
    private final Path home;
    private final JenkinsForTests jenkins = JenkinsForTests.install();
    private final PipelineRunner runner;
    private final List<NamedClusterEntry> clusters = new ArrayList<>();
    private final List<NamedStorageEntry> storages = new ArrayList<>();

    /** @param home where jobs and agents have their folders */
    public HarnessJenkins(Path home) {
        this.home = home;
        Descriptors descriptors = Descriptors.ofTheClassPath();
        for (Object extension : descriptors.extensions()) {
            if (extension instanceof Descriptor<?> descriptor) {
                jenkins.with(descriptor);
            }
        }
        runner = new PipelineRunner(home.resolve("agents"), descriptors);
    }

    public PipelineRunner runner() {
        return runner;
    }

    /** Keeps a credential where every job sees it. */
    public HarnessJenkins with(IdCredentials credentials) {
        CredentialsForTests.keep(credentials);
        return this;
    }

    /** Names a cluster, as an administrator does; its kubeconfig is the credential {@code kubeconfig-NAME}. */
    public HarnessJenkins withCluster(String name, Path kubeconfig) {
        String id = "kubeconfig-" + name;
        with(CredentialsForTests.file(id, read(kubeconfig)));
        return withCluster(name, "kubeconfig", Map.of("credentialsId", id));
    }

    /** Names a cluster of any kind. */
    public HarnessJenkins withCluster(String name, String symbol, Map<String, Object> choice) {
        clusters.add(runner.binder()
                .bind(
                        NamedClusterEntry.class,
                        Map.of("name", name, "cluster", new UninstantiatedDescribable(symbol, null, choice)),
                        null));
        K8sProtectConfiguration.get().setClusters(clusters);
        return this;
    }

    /** Names a storage of any kind. */
    public HarnessJenkins withStorage(String name, String symbol, Map<String, Object> choice) {
        storages.add(runner.binder()
                .bind(
                        NamedStorageEntry.class,
                        Map.of("name", name, "storage", new UninstantiatedDescribable(symbol, null, choice)),
                        null));
        K8sProtectConfiguration.get().setStorages(storages);
        return this;
    }

    /** Names a bucket; its keys are the credential {@code s3-NAME}. */
    public HarnessJenkins withBucket(String name, String bucket, BucketLogin login) {
        with(CredentialsForTests.login("s3-" + name, login.accessKey(), login.secretKey()));
        Map<String, Object> choice = new HashMap<>(Map.of(
                "bucket",
                bucket,
                "credentialsId",
                "s3-" + name,
                "endpoint",
                login.endpoint(),
                "region",
                login.region()));
        return withStorage(name, "s3", choice);
    }

    /** A new job. */
    public JobOnDisk job(String fullName) {
        JobOnDisk job = JobOnDisk.in(home.resolve("jobs"), fullName);
        jenkins.with(job);
        return job;
    }

    @Override
    public void close() {
        CredentialsForTests.clear();
        NestedChoicesForTests.madeBy(null);
        jenkins.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an S3 server is, and as whom. */
    public record BucketLogin(String endpoint, String region, String accessKey, String secretKey) {}
}
