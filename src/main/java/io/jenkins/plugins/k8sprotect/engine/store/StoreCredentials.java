package io.jenkins.plugins.k8sprotect.engine.store;

import java.util.Map;

/**
 * An S3 identity. Its text form holds no secret.
 *
 * @param accessKey access key id
 * @param secretKey secret access key
 * @param sessionToken token of a temporary identity, or empty
 */
public record StoreCredentials(String accessKey, String secretKey, String sessionToken)
        implements java.io.Serializable {
    public StoreCredentials {
        sessionToken = sessionToken == null ? "" : sessionToken;
        if (accessKey == null || accessKey.isBlank() || secretKey == null || secretKey.isBlank()) {
            throw StoreException.invalid("S3 credentials need both an access key and a secret key");
        }
    }

    public static StoreCredentials of(String accessKey, String secretKey) {
        return new StoreCredentials(accessKey, secretKey, "");
    }

    /**
     * The identity in {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and, if set, {@code AWS_SESSION_TOKEN}.
     * No other place is looked at: a backup must never be written as someone else.
     *
     * @throws StoreException {@code INVALID} if one of the first two is not set; the message names it
     */
    public static StoreCredentials fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /** As {@link #fromEnvironment()}, from the given variables. */
    public static StoreCredentials fromEnvironment(Map<String, String> environment) {
        return new StoreCredentials(
                required(environment, "AWS_ACCESS_KEY_ID"),
                required(environment, "AWS_SECRET_ACCESS_KEY"),
                environment.getOrDefault("AWS_SESSION_TOKEN", ""));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw StoreException.invalid("the environment variable " + name
                    + " is not set; an S3 store needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
        return value;
    }

    @Override
    public String toString() {
        return "StoreCredentials[accessKey=" + accessKey + ", secretKey=***]";
    }
}
