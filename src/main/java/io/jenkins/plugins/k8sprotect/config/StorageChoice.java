package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;

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

    /** As people may see it: {@code backups}, or {@code s3://bucket/prefix}. */
    public abstract String shown();
}
