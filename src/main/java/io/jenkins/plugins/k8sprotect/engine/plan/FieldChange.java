package io.jenkins.plugins.k8sprotect.engine.plan;

import java.io.Serializable;

/**
 * One field that a replacement changes.
 *
 * @param path JSON pointer (RFC 6901)
 * @param before its value on the target as JSON, shortened; empty if it is not there, or not to be shown
 * @param after its value afterwards as JSON, shortened; empty if it goes, or is not to be shown
 * @param kind {@code added}, {@code changed} or {@code removed}
 */
public record FieldChange(String path, String before, String after, String kind) implements Serializable {
    /** For a line in a plan. */
    @Override
    public String toString() {
        if (before.isEmpty() && after.isEmpty()) {
            return path + " " + kind;
        }
        return switch (kind) {
            case "added" -> path + " added: " + after;
            case "removed" -> path + " removed: " + before;
            default -> path + ": " + before + " → " + after;
        };
    }
}
