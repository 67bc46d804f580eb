package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.util.Map;

/** Opens the store that an option names. Keys come from the environment alone: arguments show in process lists. */
final class OpenStore {
    static final String HELP = "file:///path or s3://bucket/prefix?endpoint=https://...&region=..."
            + " S3 keys come from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN.";

    private OpenStore() {}

    /** @throws io.jenkins.plugins.k8sprotect.engine.store.StoreException {@code INVALID} if keys are missing */
    static Store at(StoreUrl url, Map<String, String> environment) {
        boolean needsKeys = url instanceof StoreUrl.S3;
        return Stores.open(url, needsKeys ? StoreCredentials.fromEnvironment(environment) : null);
    }
}
