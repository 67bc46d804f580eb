package io.jenkins.plugins.k8sprotect.steps;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Where an operation stands: all that another process needs to go on with it. Persisted with a running build, so: own
 * types, text and numbers only, no credential; a field may be added, none may change its meaning. Immutable.
 */
final class Checkpoint implements Serializable {
    private static final long serialVersionUID = 1;

    private final String backupId;
    private final String definition;
    private final boolean onNode;
    private final boolean begun;
    private final int attempt;
    private final long startedMillis;
    private final String folder;

    private Checkpoint(
            String backupId,
            String definition,
            boolean onNode,
            boolean begun,
            int attempt,
            long startedMillis,
            String folder) {
        this.backupId = backupId;
        this.definition = definition;
        this.onNode = onNode;
        this.begun = begun;
        this.attempt = attempt;
        this.startedMillis = startedMillis;
        this.folder = folder;
    }

    /** @param backupId id that a backup will get or that is to be restored; empty if it is not known yet */
    static Checkpoint first(String backupId, Instant now) {
        return new Checkpoint(backupId, "", false, false, 1, now.toEpochMilli(), "");
    }

    /** The backup that {@code latest} was when the operation began: a later one is not restored instead. */
    Checkpoint resolved(String id) {
        return new Checkpoint(id, definition, onNode, begun, attempt, startedMillis, folder);
    }

    /** The definition that was read: another attempt does not read another one. */
    Checkpoint read(String text) {
        return new Checkpoint(backupId, text, onNode, begun, attempt, startedMillis, folder);
    }

    /** It runs where the {@code node} is, and waits for that if it goes away. */
    Checkpoint onNode() {
        return new Checkpoint(backupId, definition, true, begun, attempt, startedMillis, folder);
    }

    /** Its files lie in this folder of the machine on which it runs. */
    Checkpoint using(String path) {
        return new Checkpoint(backupId, definition, onNode, begun, attempt, startedMillis, path);
    }

    /** From here on something may have been changed outside. */
    Checkpoint begin() {
        return new Checkpoint(backupId, definition, onNode, true, attempt, startedMillis, folder);
    }

    Checkpoint nextAttempt() {
        return new Checkpoint(backupId, definition, onNode, begun, attempt + 1, startedMillis, folder);
    }

    String backupId() {
        return backupId;
    }

    /** Empty until it was read. */
    String definition() {
        return definition;
    }

    boolean isOnNode() {
        return onNode;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Where the files of the last attempt lie, or lay; empty before the first. */
    String folder() {
        return folder;
    }

    /** From 1. */
    int attempt() {
        return attempt;
    }

    Instant started() {
        return Instant.ofEpochMilli(startedMillis);
    }

    /** Time left until the deadline, negative when it has passed. Time in which the controller was down counts. */
    Duration remaining(int timeoutMinutes, Instant now) {
        return Duration.between(now, started().plus(Duration.ofMinutes(timeoutMinutes)));
    }
}
