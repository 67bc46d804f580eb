package hudson.model;

import jenkins.model.Jenkins;

/** Asks Jenkins for its descriptor: tests need that. */
public interface Describable<T extends Describable<T>> {
    @SuppressWarnings("unchecked")
    default Descriptor<T> getDescriptor() {
        return Jenkins.get().getDescriptorOrDie(getClass());
    }
}
