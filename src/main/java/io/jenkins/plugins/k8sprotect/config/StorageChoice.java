package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;

/** Where backups lie: a nested choice of the steps, and what an administrator gives a name. Holds no secret. */
public abstract class StorageChoice extends Choice<StorageChoice> {
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
}
