package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;

/**
 * What a step was asked to do, checked. Persisted with a running build: own types, text and numbers only, and choices,
 * which hold no credential.
 */
abstract class OperationArguments implements Serializable {
    private static final long serialVersionUID = 1;

    private final ClusterChoice cluster;
    private final StorageChoice storage;
    private final int timeoutMinutes;
    private final ResultPolicy policy;

    /** @param storage null for an operation without one */
    OperationArguments(ClusterChoice cluster, StorageChoice storage, int timeoutMinutes, ResultPolicy policy) {
        this.cluster = cluster;
        this.storage = storage;
        this.timeoutMinutes = timeoutMinutes;
        this.policy = policy;
    }

    /** The step's name in a Pipeline. */
    abstract String step();

    /** The engine's word for it. */
    abstract String operation();

    /** Which application; null for an operation on none. */
    abstract AppSource app();

    /** Which backup is to be restored, an id or {@code latest}; null if none is read. */
    String backupToRead() {
        return null;
    }

    /** A file of the workspace whose text the work needs; empty if there is none. */
    String manifestFile() {
        return "";
    }

    /** Whether it leaves a backup in the storage. */
    boolean writesBackup() {
        return false;
    }

    /** Whether it may be done once more where it is not known how far it came. */
    boolean isRepeatable() {
        return true;
    }

    /** What is said of it first, in a line. */
    abstract String announcement(Subject subject, Checkpoint checkpoint);

    /**
     * What is sent to the machine on which the engine runs.
     *
     * @param storage null for an operation without one
     * @param remaining until the deadline
     */
    abstract EngineWork work(
            Subject subject, Checkpoint checkpoint, ClusterLogin cluster, StoreLogin storage, Duration remaining);

    /** Where it begins. */
    Checkpoint begin(Clock clock) {
        return Checkpoint.first("", clock.instant());
    }

    ClusterChoice cluster() {
        return cluster;
    }

    /** Null for an operation without one. */
    StorageChoice storage() {
        return storage;
    }

    int timeoutMinutes() {
        return timeoutMinutes;
    }

    ResultPolicy policy() {
        return policy;
    }
}
