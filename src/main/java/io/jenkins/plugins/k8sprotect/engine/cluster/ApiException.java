package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.util.List;

/**
 * A request to an API server that did not succeed. The message names verb, resource and namespace, and what would help;
 * it holds no content of an object.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One cause out of a {@code Status}.
     *
     * @param reason machine-readable, such as {@code FieldManagerConflict} or {@code FieldValueInvalid}
     * @param field path of the field, may be empty
     */
    public record Cause(String reason, String field) implements java.io.Serializable {}

    private final int code;
    private final String reason;
    private final List<Cause> causes;
    private final String continueToken;
    private final long retryAfterMillis;

    ApiException(
            int code, String reason, String message, List<Cause> causes, String continueToken, long retryAfterMillis) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.causes = List.copyOf(causes);
        this.continueToken = continueToken;
        this.retryAfterMillis = retryAfterMillis;
    }

    /** The server could not be reached, or the connection broke. */
    static ApiException unreachable(String message, Throwable cause) {
        ApiException e = new ApiException(0, "Unreachable", message, List.of(), "", 0);
        e.initCause(cause);
        return e;
    }

    /** HTTP status, or 0 if there was no answer. */
    public int code() {
        return code;
    }

    /** {@code reason} of the Status, such as {@code AlreadyExists}; empty if the answer had none. */
    public String reason() {
        return reason;
    }

    public List<Cause> causes() {
        return causes;
    }

    /** With 410 in the middle of a paged list: the token to go on with at a newer moment; else empty. */
    String continueToken() {
        return continueToken;
    }

    /** How long the server asks to be left alone ({@code Retry-After}), in milliseconds; 0 if it does not say. */
    public long retryAfterMillis() {
        return retryAfterMillis;
    }

    public boolean isNotFound() {
        return code == 404;
    }

    public boolean isForbidden() {
        return code == 403;
    }

    public boolean isUnauthorized() {
        return code == 401;
    }

    public boolean isAlreadyExists() {
        return code == 409 && "AlreadyExists".equals(reason);
    }

    /** The object was changed in between: read it again and decide anew. */
    public boolean isConflict() {
        return code == 409 && !isAlreadyExists();
    }

    public boolean isInvalid() {
        return code == 422;
    }

    /** Whether the same request may succeed a little later. */
    public boolean isTransient() {
        return code == 0 || code == 429 || code == 500 || code == 502 || code == 503 || code == 504;
    }
}
