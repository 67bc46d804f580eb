package io.jenkins.plugins.k8sprotect.engine.store;

/** A store could not do what it was asked. The message names store, key and what to do next, and no credential. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Kinds of trouble, by who can help. */
    public enum Code {
        /** There is no such file. */
        NOT_FOUND,
        /** The store knows the caller and refuses, or does not know it. */
        FORBIDDEN,
        /** No answer in time, or one that says "later"; trying again may help. */
        UNREACHABLE,
        /** What was asked can never work: a bad URL or key, a bucket that does not exist. */
        INVALID,
        /** Anything else, such as a full disk. */
        OTHER
    }

    private final Code code;

    public StoreException(Code code, String message) {
        this(code, message, null);
    }

    public StoreException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    static StoreException invalid(String message) {
        return new StoreException(Code.INVALID, message);
    }

    static StoreException notFound(String store, String key) {
        return new StoreException(Code.NOT_FOUND, store + ": no file " + key);
    }

    static StoreException tooLarge(String store, String key, long maxBytes) {
        return invalid(store + ": " + key + " is larger than the " + maxBytes + " bytes expected; it was not read");
    }
}
