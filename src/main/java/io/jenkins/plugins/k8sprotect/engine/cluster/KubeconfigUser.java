package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;

/** The user of a context: token, password, client certificate, and whom it impersonates. */
final class KubeconfigUser {
    private final KubeconfigSection user;
    private final KubeconfigFiles files;
    private final String at;

    KubeconfigUser(KubeconfigSection user, KubeconfigFiles files, String at) {
        this.user = user;
        this.files = files;
        this.at = at;
    }

    void fill(Config config) {
        config.setAutoOAuthToken(token());
        config.setUsername(user.text("username"));
        config.setPassword(user.text("password"));
        config.setClientCertFile(files.path(user, "client-certificate", "client-certificate-data"));
        config.setClientCertData(user.filled("client-certificate-data"));
        config.setClientKeyFile(files.path(user, "client-key", "client-key-data"));
        config.setClientKeyData(user.filled("client-key-data"));
        impersonate(config);
    }

    private String token() {
        // As kubectl does: the file may hold a newer one.
        String token = files.text(user, "tokenFile", "token");
        if (token == null) {
            token = user.filled("token");
        }
        if (token == null && user.has("auth-provider")) {
            // Written there by an old kubectl; nothing renews it here.
            KubeconfigSection provider = user.section("auth-provider").section("config");
            token = provider.filled("access-token");
            token = token == null ? provider.filled("id-token") : token;
        }
        return token;
    }

    /** Passed over, the request would be made as the user behind it instead. */
    private void impersonate(Config config) {
        if (user.has("as-uid") || !user.section("as-user-extra").isEmpty()) {
            throw new InvalidAccess(at + ": as-uid and as-user-extra are not supported; as and as-groups are");
        }
        String as = user.filled("as");
        if (as != null) {
            config.setImpersonateUsername(as);
            config.setImpersonateGroups(user.texts("as-groups").toArray(new String[0]));
        }
    }
}
