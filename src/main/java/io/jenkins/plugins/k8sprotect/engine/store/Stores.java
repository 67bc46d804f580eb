package io.jenkins.plugins.k8sprotect.engine.store;

/** Opens stores. */
public final class Stores {
    private Stores() {}

    /**
     * Opens a store. Neither kind is contacted yet: what is wrong with it shows on the first use.
     *
     * @param url which one
     * @param credentials the identity for S3, such as {@link StoreCredentials#fromEnvironment()}; null for a directory
     * @throws StoreException {@code INVALID} if an S3 store is opened without credentials: none is ever guessed
     */
    public static Store open(StoreUrl url, StoreCredentials credentials) {
        if (url instanceof StoreUrl.Directory directory) {
            return new DirectoryStore(directory.path());
        }
        StoreUrl.S3 s3 = (StoreUrl.S3) url;
        if (credentials == null) {
            throw StoreException.invalid(
                    s3.description() + ": needs credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
        return new S3Store(s3, credentials);
    }
}
