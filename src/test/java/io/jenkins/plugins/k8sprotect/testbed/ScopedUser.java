package io.jenkins.plugins.k8sprotect.testbed;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A user who may do everything in one namespace and nothing anywhere else: ServiceAccount, Role, RoleBinding. */
final class ScopedUser {

    private static final String NAME = "namespace-admin";
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final int TOKEN_SECONDS = 24 * 60 * 60;

    private ScopedUser() {}

    /**
     * Makes the user (and the namespace, if it is not there).
     *
     * @param folder for the kubeconfig
     * @return path of the kubeconfig, whose current context has that namespace
     */
    static Path create(RawApi api, String namespace, Path folder) {
        new Deployer(api).deploy(List.of(account(), role(), binding(namespace)), namespace);
        ObjectNode request = Json.object(Map.of(
                "apiVersion", "authentication.k8s.io/v1",
                "kind", "TokenRequest",
                "spec", Map.of("expirationSeconds", TOKEN_SECONDS)));
        ObjectNode token =
                api.create("/api/v1/namespaces/" + namespace + "/serviceaccounts/" + NAME + "/token", request);
        return write(
                kubeconfig(
                        api.client().getConfiguration(),
                        namespace,
                        token.path("status").path("token").asString()),
                folder,
                namespace + ".kubeconfig");
    }

    private static ObjectNode account() {
        return Json.object(Map.of("apiVersion", "v1", "kind", "ServiceAccount", "metadata", Map.of("name", NAME)));
    }

    private static ObjectNode role() {
        List<String> all = List.of("*");
        return Json.object(Map.of(
                "apiVersion",
                RBAC + "/v1",
                "kind",
                "Role",
                "metadata",
                Map.of("name", NAME),
                "rules",
                List.of(Map.of("apiGroups", all, "resources", all, "verbs", all))));
    }

    private static ObjectNode binding(String namespace) {
        return Json.object(Map.of(
                "apiVersion", RBAC + "/v1",
                "kind", "RoleBinding",
                "metadata", Map.of("name", NAME),
                "roleRef", Map.of("apiGroup", RBAC, "kind", "Role", "name", NAME),
                "subjects", List.of(Map.of("kind", "ServiceAccount", "name", NAME, "namespace", namespace))));
    }

    private static ObjectNode kubeconfig(Config admin, String namespace, String token) {
        Map<String, String> cluster =
                Map.of("server", admin.getMasterUrl(), "certificate-authority-data", admin.getCaCertData());
        return Json.object(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "clusters",
                List.of(Map.of("name", "c", "cluster", cluster)),
                "users",
                List.of(Map.of("name", NAME, "user", Map.of("token", token))),
                "contexts",
                List.of(Map.of("name", "c", "context", Map.of("cluster", "c", "user", NAME, "namespace", namespace))),
                "current-context",
                "c"));
    }

    /** JSON is YAML, so every client reads it. */
    private static Path write(ObjectNode kubeconfig, Path folder, String name) {
        try {
            Path file = Files.createDirectories(folder).resolve(name);
            Files.writeString(file, kubeconfig.toString());
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
