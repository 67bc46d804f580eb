package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which storage, and as whom: what a step sends to the agent so that it is opened there.
 *
 * <p>The identity for S3 is what the Pipeline put into its environment ({@code withCredentials}), never what the agent's
 * or the controller's own process has.
 */
final class StorageAccess implements Serializable {
    private static final long serialVersionUID = 1;
    private static final List<String> IDENTITY =
            List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

    private final String url;
    private final TreeMap<String, String> identity = new TreeMap<>();

    /** @param environment the Pipeline's; only the variables of the identity are taken */
    StorageAccess(String url, Map<String, String> environment) {
        this.url = url;
        IDENTITY.forEach(name -> {
            if (environment.containsKey(name)) {
                identity.put(name, environment.get(name));
            }
        });
    }

    /**
     * Opens the storage.
     *
     * @throws io.jenkins.plugins.k8sprotect.engine.store.StoreException if the URL is not a valid one, or the identity
     *     that it needs is missing
     */
    Store open() {
        StoreUrl parsed = StoreUrl.parse(url);
        boolean needsIdentity = parsed instanceof StoreUrl.S3;
        return Stores.open(parsed, needsIdentity ? StoreCredentials.fromEnvironment(identity) : null);
    }
}
