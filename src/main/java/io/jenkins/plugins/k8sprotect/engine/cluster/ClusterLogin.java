package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * How to reach a cluster, and as whom, as plain text that can travel to another machine. Holds credentials: never
 * persisted, and its text form shows none.
 */
public sealed interface ClusterLogin extends Serializable {
    /**
     * Reads it where it is to be used: an {@code exec} entry of a kubeconfig runs on this machine.
     *
     * @throws InvalidAccess that names what cannot be used
     */
    ClusterAccess access();

    /**
     * A kubeconfig, as text. It may hold certificates, keys and tokens, and may not name files that hold them: they would
     * be files of the machine that uses it.
     *
     * @param name what messages call it
     * @param text content of the file
     * @param context name of a context, or null for the file's current one
     * @param allowedCommands commands that an {@code exec} entry may run, each as the kubeconfig writes it, alone or with
     *     its first arguments ({@code aws eks get-token}); any other is refused before it runs, and so are
     *     {@code auth-provider} and variables that could make the command another one; null: any
     */
    record Kubeconfig(String name, String text, String context, List<String> allowedCommands) implements ClusterLogin {
        @Override
        public ClusterAccess access() {
            return ClusterAccess.fromKubeconfig(this);
        }

        @Override
        public String toString() {
            return "Kubeconfig[" + name + "]";
        }
    }

    /**
     * A bearer token.
     *
     * @param server URL of the API server
     * @param token the token
     * @param caCertificate the server's CA: PEM, or PEM or DER in base64; null: the machine's own authorities
     */
    record Token(String server, String token, String caCertificate) implements ClusterLogin {
        @Override
        public ClusterAccess access() {
            return ClusterAccess.fromToken(this);
        }

        @Override
        public String toString() {
            return "Token[" + ServerUrl.shown(server) + "]";
        }
    }
}
