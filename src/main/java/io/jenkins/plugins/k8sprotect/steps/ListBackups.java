package io.jenkins.plugins.k8sprotect.steps;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** The part of {@link ListBackupsStep} that runs on the agent. */
final class ListBackups extends MasterToSlaveFileCallable<Listing> {
    private static final long serialVersionUID = 1;

    private final BackupCatalogue catalogue;
    private final String storage;
    private final String app;

    ListBackups(BackupCatalogue catalogue, String storage, String app) {
        this.catalogue = catalogue;
        this.storage = storage;
        this.app = app;
    }

    @Override
    public Listing invoke(File workspace, VirtualChannel channel) throws InterruptedException {
        try {
            return Listing.of(catalogue.list(storage, app));
        } catch (IllegalArgumentException | IOException e) {
            return Listing.failed(StorageUrl.shown(storage) + ": " + e.getMessage());
        }
    }
}
