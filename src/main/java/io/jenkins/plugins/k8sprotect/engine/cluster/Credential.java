package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The header fields that say who asks, as the kubeconfig has it. Thread-safe. Never shown. */
final class Credential {
    private final ClusterAccess access;
    private final Config config;

    Credential(ClusterAccess access) {
        this.access = access;
        this.config = access.config();
    }

    /** Header fields, each with its line end; empty where a client certificate says it. */
    synchronized String fields() {
        StringBuilder fields = new StringBuilder();
        String token = token();
        if (token != null && !token.isBlank()) {
            field(fields, "Authorization", "Bearer " + token.trim());
        } else if (config.getUsername() != null && config.getPassword() != null) {
            byte[] pair = (config.getUsername() + ":" + config.getPassword()).getBytes(StandardCharsets.UTF_8);
            field(fields, "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        if (config.getImpersonateUsername() != null
                && !config.getImpersonateUsername().isBlank()) {
            field(fields, "Impersonate-User", config.getImpersonateUsername());
            String[] groups = config.getImpersonateGroups();
            for (String group : groups == null ? new String[0] : groups) {
                field(fields, "Impersonate-Group", group);
            }
        }
        return fields.toString();
    }

    private static void field(StringBuilder fields, String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new InvalidAccess("the credential for " + name + " holds a line end or another control character");
        }
        fields.append(name).append(": ").append(value).append("\r\n");
    }

    private String token() {
        if (config.getOauthTokenProvider() != null) {
            return config.getOauthTokenProvider().getToken();
        }
        return config.getOauthToken() != null ? config.getOauthToken() : config.getAutoOAuthToken();
    }

    /** Reads the kubeconfig again, which runs its exec plugin again. True if the credential is another one now. */
    synchronized boolean renew() {
        String before = token();
        Config fresh = access.readAgain();
        String now = fresh.getOauthToken() != null ? fresh.getOauthToken() : fresh.getAutoOAuthToken();
        if (now == null || now.equals(before)) {
            return false;
        }
        config.setAutoOAuthToken(now);
        config.setOauthToken(null);
        return true;
    }
}
