package io.jenkins.plugins.k8sprotect.engine.store;

import java.io.Serializable;
import java.nio.file.Path;

/** Which store, and as whom, as plain text that can travel to another machine. Never persisted: it may hold a secret. */
public sealed interface StoreLogin extends Serializable {
    /** Opens the store from the machine that asks. */
    Store open();

    /**
     * A folder of the machine that opens it.
     *
     * @param path absolute path
     */
    record Directory(String path) implements StoreLogin {
        @Override
        public Store open() {
            return Stores.open(new StoreUrl.Directory(Path.of(path)), null);
        }
    }

    /**
     * A bucket.
     *
     * @param url which one
     * @param credentials as whom
     */
    record S3(StoreUrl.S3 url, StoreCredentials credentials) implements StoreLogin {
        @Override
        public Store open() {
            return Stores.open(url, credentials);
        }
    }
}
