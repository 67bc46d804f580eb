package io.jenkins.plugins.k8sprotect.engine.archive;

/** A finished file of a backup on its way to the store. */
record SealedFile(StoredFile file, byte[] content) {
    static SealedFile of(String name, byte[] stored, long plainSize) {
        return new SealedFile(new StoredFile(name, stored.length, Sha256.of(stored), plainSize), stored);
    }

    static SealedFile compressed(String name, byte[] plain, int level) {
        return of(name, Compressed.compress(plain, level), plain.length);
    }
}
