package io.jenkins.plugins.k8sprotect.engine.archive;

import java.io.Serializable;
import java.util.Objects;

/**
 * Where the objects of a backup were read.
 *
 * @param server URL of the API server, as the maker used it
 * @param uid uid of the namespace {@code kube-system}, which stays with a cluster for life; empty if it may not be read
 * @param version version of the server, such as {@code v1.36.3}
 */
public record SourceCluster(String server, String uid, String version) implements Serializable {
    public SourceCluster {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(version, "version");
    }
}
