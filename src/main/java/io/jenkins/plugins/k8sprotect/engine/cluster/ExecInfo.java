package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** What a credential plugin is told in {@code KUBERNETES_EXEC_INFO} (Kubernetes: client authentication v1). */
final class ExecInfo {
    /** Would be passed on to the command as it is. */
    private static final String EXTENSION = "client.authentication.k8s.io/exec";

    private ExecInfo() {}

    static String of(ExecEntry entry, Config config, KubeconfigSection cluster) {
        ObjectNode info = Json.newObject();
        info.put("apiVersion", entry.apiVersion()).put("kind", "ExecCredential");
        ObjectNode spec = info.putObject("spec").put("interactive", false);
        if (entry.wantsCluster()) {
            put(spec.putObject("cluster"), entry, config, cluster);
        }
        return new String(Json.bytes(info), StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode json, ExecEntry entry, Config config, KubeconfigSection cluster) {
        if (cluster.sections("extensions").stream().anyMatch(e -> EXTENSION.equals(e.text("name")))) {
            throw new InvalidAccess(entry.at() + ": the cluster's extension " + EXTENSION
                    + " is not supported; give the" + " command what it needs as args or env");
        }
        json.put("server", cluster.text("server"));
        json.put("insecure-skip-tls-verify", config.isTrustCerts());
        put(json, "tls-server-name", config.getTlsServerName());
        put(json, "certificate-authority-data", authority(entry, config));
        put(json, "proxy-url", config.getHttpsProxy());
    }

    private static void put(ObjectNode json, String field, String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static String authority(ExecEntry entry, Config config) {
        if (config.getCaCertFile() == null) {
            return config.getCaCertData();
        }
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(config.getCaCertFile())));
        } catch (IOException e) {
            throw new InvalidAccess(
                    entry.at() + ": certificate-authority " + config.getCaCertFile() + " cannot be read");
        }
    }
}
