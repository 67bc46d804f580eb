package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.testbed.ClusterMode;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;

/** The two clusters of these tests: where applications run, and where they come back. Each test has its namespaces. */
final class Clusters {
    private Clusters() {}

    static TestCluster source() {
        return Testbed.cluster("fake", ClusterMode.fakeNodes(2));
    }

    static TestCluster target() {
        return Testbed.cluster("fake2", ClusterMode.fakeNodes(2));
    }

    static ClusterAccess access(TestCluster cluster) {
        return ClusterAccess.fromKubeconfig(cluster.kubeconfig(), null);
    }
}
