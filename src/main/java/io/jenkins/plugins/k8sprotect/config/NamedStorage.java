package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;

/** A storage by the name that an administrator gave it. */
public final class NamedStorage extends StorageChoice {
    private static final long serialVersionUID = 1;

    private final String name;

    public NamedStorage(String name) {
        this.name = name;
    }

    @Override
    public StorageSession open(OperationSite site) throws AbortException {
        throw new AbortException("no storage is named " + name);
    }

    @Override
    public String shown() {
        return name;
    }
}
