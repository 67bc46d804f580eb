package io.jenkins.plugins.k8sprotect.engine.store;

/** The store that tests use keeps the promises that real ones keep. */
class MemoryStoreTest extends StoreContract {
    @Override
    protected Store emptyStore() {
        return new MemoryStore();
    }
}
