package io.jenkins.plugins.k8sprotect.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A storage and its name, in the configuration of Jenkins. */
public final class NamedStorageEntry extends AbstractDescribableImpl<NamedStorageEntry> implements NamedEntry {
    private final String name;
    private final StorageChoice storage;

    /**
     * @param name by which Pipelines refer to it
     * @param storage what is meant
     */
    @DataBoundConstructor
    public NamedStorageEntry(String name, StorageChoice storage) {
        this.name = Util.fixEmptyAndTrim(name);
        this.storage = storage;
    }

    @Override
    public String getName() {
        return name;
    }

    public StorageChoice getStorage() {
        return storage;
    }

    @Override
    public List<String> mistakes() {
        if (storage == null) {
            return List.of("storage: found nothing; allowed is one of the kinds of storage");
        }
        return storage instanceof NamedStorage
                ? List.of("storage: found another name; allowed is the storage itself")
                : storage.mistakes();
    }

    /** The form of it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<NamedStorageEntry> {
        @Override
        public String getDisplayName() {
            return "Storage";
        }

        /** What can be given a name: not a name. */
        public List<Descriptor<StorageChoice>> getStorageDescriptors() {
            return Choices.storageDescriptors().stream()
                    .filter(d -> d.clazz != NamedStorage.class)
                    .toList();
        }

        /** Whether it can be a name. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormPermission.mayList(null)
                    ? FormMessages.of(Names.mistakes(Util.fixEmptyAndTrim(value)))
                    : FormValidation.ok();
        }
    }
}
