package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that a reader of a result should know.
 *
 * @param severity what it means for the outcome
 * @param code stable, machine-readable name in kebab-case, such as {@code data-not-protected}
 * @param object the object it is about, or null if it is about the whole
 * @param message a sentence for a person: what was found, and what to do next; no secret in it
 */
public record Finding(Severity severity, String code, ObjectKey object, String message)
        implements Comparable<Finding>, Serializable {
    /** Classes of findings, least grave first. */
    public enum Severity {
        /** Expected and benign; told so that nobody wonders. */
        EXPECTED,
        /** To look at: the operation went on, but something is not as it should be. */
        ATTENTION,
        /** Something that was asked for was not done. */
        FAILURE
    }

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Finding::code)
            .thenComparing(Finding::object, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Finding::message);

    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    public static Finding expected(String code, ObjectKey object, String message) {
        return new Finding(Severity.EXPECTED, code, object, message);
    }

    public static Finding attention(String code, ObjectKey object, String message) {
        return new Finding(Severity.ATTENTION, code, object, message);
    }

    public static Finding failure(String code, ObjectKey object, String message) {
        return new Finding(Severity.FAILURE, code, object, message);
    }

    /** Gravest first, then by code and object. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
