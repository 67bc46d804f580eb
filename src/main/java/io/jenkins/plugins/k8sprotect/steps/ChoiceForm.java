package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.config.Choices;
import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;

/** What a form shows of a step's cluster and storage: each is one of several choices there, a name too. */
public final class ChoiceForm {
    private final ClusterChoice cluster;
    private final StorageChoice storage;

    private ChoiceForm(ClusterChoice cluster, StorageChoice storage) {
        this.cluster = cluster;
        this.storage = storage;
    }

    /** @param step null for an empty form */
    static ChoiceForm of(Object step) {
        if (step instanceof OperationStep filled) {
            return new ChoiceForm(cluster(filled.getCluster()), storage(filled.getStorage()));
        }
        return new ChoiceForm(null, step instanceof ListBackupsStep filled ? storage(filled.getStorage()) : null);
    }

    private static ClusterChoice cluster(Object value) {
        try {
            return Choices.cluster(value, "cluster");
        } catch (AbortException e) {
            return null; // Nothing is chosen yet.
        }
    }

    private static StorageChoice storage(Object value) {
        try {
            return Choices.storage(value, "storage");
        } catch (AbortException e) {
            return null; // Nothing is chosen yet.
        }
    }

    public ClusterChoice getCluster() {
        return cluster;
    }

    public StorageChoice getStorage() {
        return storage;
    }
}
