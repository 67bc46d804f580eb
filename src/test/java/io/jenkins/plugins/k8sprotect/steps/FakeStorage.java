package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.config.OperationSite;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import io.jenkins.plugins.k8sprotect.config.StorageSession;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import java.io.IOException;

/** A storage whose key is {@link #KEY}, and which can be made unable to keep a backup. */
final class FakeStorage extends StorageChoice {
    static final String KEY = "planted-key-93ab";
    private static final long serialVersionUID = 1;

    static volatile String full;

    /** Where it was opened last. */
    static volatile OperationSite site;

    @Override
    public StorageSession open(OperationSite where) {
        site = where;
        StoreUrl.S3 url = new StoreUrl.S3("bucket", "", "", "eu-central-1", false);
        StoreLogin login = new StoreLogin.S3(url, StoreCredentials.of("AKIA", KEY));
        return new StorageSession() {
            @Override
            public StoreLogin login() {
                return login;
            }

            @Override
            public void afterWriting(String application, String backupId) throws IOException {
                if (full != null) {
                    throw new IOException(full);
                }
            }
        };
    }

    @Override
    public String shown() {
        return "backups";
    }
}
