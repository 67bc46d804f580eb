package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;

/** How to reach a cluster, and as whom. Holds credentials: has no useful {@code toString} and is never persisted. */
public final class ClusterAccess {
    private final Kubeconfig kubeconfig;
    private final Config config;
    private final KeptConnections connections = new KeptConnections();
    private SocketOpener opener;

    private ClusterAccess(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
        this.config = kubeconfig.read();
    }

    /**
     * Access by one context of a kubeconfig file.
     *
     * @param file the file, or null for the first one that {@code KUBECONFIG} names, else {@code ~/.kube/config}
     * @param context name of a context, or null for the file's current one
     * @throws InvalidAccess if the file or the context is not there or cannot be used; nothing else is tried instead
     */
    public static ClusterAccess fromKubeconfig(Path file, String context) {
        return new ClusterAccess(Kubeconfig.choose(file, context));
    }

    /** The same context of the same file once more, for a credential that was renewed in between. */
    Config readAgain() {
        return kubeconfig.read();
    }

    Config config() {
        return config;
    }

    /** Certificates and keys are read and decrypted once, not for each operation. */
    synchronized SocketOpener opener() {
        if (opener == null) {
            opener = new SocketOpener(config);
        }
        return opener;
    }

    /** What an operation leaves to the next. */
    KeptConnections connections() {
        return connections;
    }

    /** URL of the API server, without a slash at its end. */
    public String server() {
        return config.getMasterUrl().replaceAll("/+$", "");
    }

    /** The namespace that the context names, or empty. */
    public String defaultNamespace() {
        return config.getNamespace() == null ? "" : config.getNamespace();
    }
}
