package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The header fields that say who asks, as the kubeconfig has it. Thread-safe. Never shown. */
final class Credential {
    private final ClusterAccess access;
    private final String impersonation;
    private volatile String fields;

    /** @throws InvalidAccess if the kubeconfig holds what no header field can hold */
    Credential(ClusterAccess access) {
        this.access = access;
        this.impersonation = impersonation(access.config());
        this.fields = authorization(access.config()) + impersonation;
    }

    /** Header fields, each with its line end; empty where a client certificate says it. */
    String fields() {
        return fields;
    }

    /**
     * Reads the kubeconfig again, which runs its exec plugin again; once for all who were refused at the same time.
     *
     * @param refused the fields that the server did not accept
     * @return whether there is another credential now
     */
    synchronized boolean renew(String refused) {
        if (!fields.equals(refused)) {
            return true;
        }
        Config fresh = again();
        if (!isSet(token(fresh))) {
            return false;
        }
        fields = authorization(fresh) + impersonation;
        return !fields.equals(refused);
    }

    private Config again() {
        try {
            return access.readAgain();
        } catch (InvalidAccess e) {
            // In the middle of the work this is what the server's refusal comes to, not a wrong argument.
            String message = "the server does not accept the credential any more (401), and it could not be renewed: ";
            throw new ApiException(401, "Unauthorized", message + e.getMessage(), List.of(), "", 0);
        }
    }

    private static String authorization(Config config) {
        String token = token(config);
        if (isSet(token)) {
            return field("Authorization", "Bearer " + token.trim());
        }
        if (config.getUsername() == null || config.getPassword() == null) {
            return "";
        }
        byte[] pair = (config.getUsername() + ":" + config.getPassword()).getBytes(StandardCharsets.UTF_8);
        return field("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static String impersonation(Config config) {
        if (!isSet(config.getImpersonateUsername())) {
            return "";
        }
        StringBuilder all = new StringBuilder(field("Impersonate-User", config.getImpersonateUsername()));
        String[] groups = config.getImpersonateGroups();
        for (String group : groups == null ? new String[0] : groups) {
            all.append(field("Impersonate-Group", group));
        }
        return all.toString();
    }

    private static String field(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new InvalidAccess("the credential for " + name + " holds a line end or another control character");
        }
        return name + ": " + value + "\r\n";
    }

    private static String token(Config config) {
        return isSet(config.getOauthToken()) ? config.getOauthToken() : config.getAutoOAuthToken();
    }

    private static boolean isSet(String value) {
        return value != null && !value.isBlank();
    }
}
