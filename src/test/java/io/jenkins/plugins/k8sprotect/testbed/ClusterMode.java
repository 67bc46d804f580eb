package io.jenkins.plugins.k8sprotect.testbed;

import java.util.List;

/**
 * What runs the pods of a cluster.
 *
 * @param options of {@code testbed up}
 */
public record ClusterMode(List<String> options) {

    /** Nothing: controllers and scheduler, but no node, so pods stay pending. */
    public static ClusterMode controlPlane() {
        return new ClusterMode(List.of());
    }

    /** Nodes that pretend: pods are scheduled and become ready at once, nothing runs. */
    public static ClusterMode fakeNodes(int nodes) {
        return new ClusterMode(List.of("--fake-nodes", Integer.toString(nodes)));
    }

    /** One real node; image {@code test.local/busybox:1}, no registry. A test that uses it is {@link NeedsRealNode}. */
    public static ClusterMode realNode() {
        return new ClusterMode(List.of("--node"));
    }

    @Override
    public String toString() {
        return options.isEmpty() ? "control plane alone" : String.join(" ", options);
    }
}
