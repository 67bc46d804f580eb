package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.function.Supplier;

/** How to reach a cluster, and as whom. Holds credentials: has no useful {@code toString} and is never persisted. */
public final class ClusterAccess {
    private final Config config;
    private final Supplier<Config> reader;
    private final KeptConnections connections = new KeptConnections();
    private SocketOpener opener;

    private ClusterAccess(Config config, Supplier<Config> reader) {
        this.config = config;
        this.reader = reader;
    }

    /**
     * Access by one context of a kubeconfig file, which may name other files and run any command.
     *
     * @param file the file, or null for the first one that {@code KUBECONFIG} names, else {@code ~/.kube/config}
     * @param context name of a context, or null for the file's current one
     * @throws InvalidAccess if the file or the context is not there or cannot be used; nothing else is tried instead
     */
    public static ClusterAccess fromKubeconfig(Path file, String context) {
        return of(Kubeconfig.choose(KubeconfigSource.of(file), context));
    }

    /**
     * Access by one context of a kubeconfig that is given as text: it reads no file of this machine, and runs a command
     * only if that is allowed.
     *
     * @throws InvalidAccess if it cannot be used; nothing ran if a command is not allowed
     */
    static ClusterAccess fromKubeconfig(ClusterLogin.Kubeconfig login) {
        return of(Kubeconfig.choose(KubeconfigSource.of(login), login.context()));
    }

    private static ClusterAccess of(Kubeconfig kubeconfig) {
        return new ClusterAccess(kubeconfig.read(), () -> kubeconfig.again().read());
    }

    /**
     * Access by a bearer token.
     *
     * @throws InvalidAccess if server, token or certificate cannot be used
     */
    static ClusterAccess fromToken(ClusterLogin.Token login) {
        String server = ServerUrl.server(login.server(), "server").toString();
        if (login.token() == null || login.token().isBlank()) {
            throw new InvalidAccess("token for " + server + ": it is empty");
        }
        Config config = Config.empty();
        config.setMasterUrl(server);
        config.setOauthToken(login.token().strip());
        String authority = login.caCertificate();
        if (authority != null && !authority.isBlank()) {
            config.setCaCertData(CaCertificate.data(authority));
        }
        return new ClusterAccess(config, () -> config);
    }

    /** The same login once more, for a credential that was renewed in between; a token stays what it is. */
    Config readAgain() {
        return reader.get();
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
