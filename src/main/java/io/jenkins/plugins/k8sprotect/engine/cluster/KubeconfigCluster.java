package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;

/** The cluster of a context: where it is, and whom to trust. */
final class KubeconfigCluster {
    private final KubeconfigSection cluster;
    private final KubeconfigFiles files;
    private final String at;

    KubeconfigCluster(KubeconfigSection cluster, KubeconfigFiles files, String at) {
        this.cluster = cluster;
        this.files = files;
        this.at = at;
    }

    void fill(Config config) {
        String server = cluster.filled("server");
        if (server == null) {
            throw new InvalidAccess(at + ": its cluster has no server");
        }
        config.setMasterUrl(ServerUrl.server(server, "server of the kubeconfig").toString());
        boolean skip = cluster.flag("insecure-skip-tls-verify");
        config.setTrustCerts(skip);
        config.setDisableHostnameVerification(skip);
        config.setTlsServerName(cluster.filled("tls-server-name"));
        config.setCaCertFile(files.path(cluster, "certificate-authority", "certificate-authority-data"));
        config.setCaCertData(cluster.filled("certificate-authority-data"));
        String proxy = cluster.filled("proxy-url");
        if (proxy != null) {
            config.setHttpsProxy(
                    ServerUrl.proxy(proxy, "proxy-url of the kubeconfig").toString());
        }
    }
}
