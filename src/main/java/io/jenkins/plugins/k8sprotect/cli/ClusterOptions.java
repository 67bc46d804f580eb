package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of the commands that use a cluster. */
final class ClusterOptions {
    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the cluster (default: the file that KUBECONFIG names, else ~/.kube/config).")
    Path kubeconfig;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Context in the kubeconfig (default: its current one).")
    String context;

    /** @throws io.jenkins.plugins.k8sprotect.engine.cluster.InvalidAccess if it cannot be used */
    ClusterAccess open() {
        return ClusterAccess.fromKubeconfig(kubeconfig, context);
    }
}
