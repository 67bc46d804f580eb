package io.jenkins.plugins.k8sprotect.engine.archive;

/** A backup cannot be written or read as it is. The message names application, id, file and what to do next. */
public class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Code {
        /** There is no such application or backup. */
        NOT_FOUND,
        /** The id is taken, or an object was added twice. */
        EXISTS,
        /** Written by a newer version: a format version or a feature that this one does not know. */
        UNSUPPORTED,
        /** A file's bytes are not those that were written. */
        CHECKSUM,
        /** A file ends before it should, or is missing. */
        TRUNCATED,
        /** A file is not what the format says, or larger than its limits. */
        MALFORMED,
        /** What the caller gave cannot be used: a name or id that is none, an object larger than the limit. */
        INVALID
    }

    private final Code code;

    public BackupException(Code code, String message) {
        this(code, message, null);
    }

    public BackupException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
