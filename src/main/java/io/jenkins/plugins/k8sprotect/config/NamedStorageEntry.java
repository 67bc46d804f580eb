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
        return Names.mistakes("storage", storage, NamedStorage.class);
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
            return Names.check(value);
        }
    }
}
