package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;
import java.util.List;

/** Where backups lie: a nested choice of the steps, and what an administrator gives a name. Holds no secret. */
public abstract class StorageChoice extends AbstractDescribableImpl<StorageChoice> implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Prepares the storage for one operation.
     *
     * @throws AbortException that says which credential is not found, of the wrong type, or not usable here; nothing
     *     else is tried instead
     */
    public abstract StorageSession open(OperationSite site) throws AbortException;

    /** As {@link #open}, with the right of the administrator who gave this a name in the configuration of Jenkins. */
    StorageSession openAsNamed(OperationSite site) throws AbortException {
        return open(site);
    }

    /** What is wrong with the parameters themselves, each by name; empty if nothing. Nothing is contacted. */
    protected List<String> mistakes() {
        return List.of();
    }

    /** @throws AbortException that names every mistake */
    final void refuseMistakes() throws AbortException {
        if (!mistakes().isEmpty()) {
            throw new AbortException(shown() + ": " + String.join("; ", mistakes()));
        }
    }

    /** As people may see it: {@code backups}, or {@code s3://bucket/prefix}. */
    public abstract String shown();
}
