package io.jenkins.plugins.k8sprotect.engine;

import io.fabric8.kubernetes.client.Config;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** A ServiceAccount that may do in its namespace what some rules say, and nothing else. */
final class LimitedUser {
    private LimitedUser() {}

    /** @param rules of its Role, in one line of YAML, without the brackets of the list */
    static ClusterAccess create(TestCluster cluster, String namespace, Path folder, String rules) {
        cluster.apply("""
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: limited}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: limited}
                rules: [%s]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: limited}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: limited}
                subjects: [{kind: ServiceAccount, name: limited, namespace: %s}]
                """.formatted(rules, namespace), namespace);
        String token = cluster.api()
                .create(
                        "/api/v1/namespaces/" + namespace + "/serviceaccounts/limited/token",
                        new JsonMapper()
                                .readTree("{\"apiVersion\": \"authentication.k8s.io/v1\", \"kind\": \"TokenRequest\"}"))
                .at("/status/token")
                .asString();
        return ClusterAccess.fromKubeconfig(kubeconfig(cluster, folder, token), null);
    }

    private static Path kubeconfig(TestCluster cluster, Path folder, String token) {
        Config admin = cluster.api().client().getConfiguration();
        String text = """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s", certificate-authority-data: "%s"}}]
                users: [{name: limited, user: {token: "%s"}}]
                contexts: [{name: c, context: {cluster: c, user: limited}}]
                current-context: c
                """.formatted(admin.getMasterUrl(), admin.getCaCertData(), token);
        try {
            return Files.writeString(folder.resolve("limited.kubeconfig"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
