package hudson;

import hudson.model.Describable;
import hudson.model.Descriptor;
import jenkins.model.Jenkins;

public class DescriptorExtensionList<T extends Describable<T>, D extends Descriptor<T>> extends ExtensionList<D> {
    protected DescriptorExtensionList(Jenkins jenkins, Class<T> type) {}
}
