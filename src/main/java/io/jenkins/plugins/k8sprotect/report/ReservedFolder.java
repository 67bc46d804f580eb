package io.jenkins.plugins.k8sprotect.report;

/** Which operation a folder of artifacts belongs to. Persisted with the build. */
final class ReservedFolder {
    private final String key;
    private final String folder;

    ReservedFolder(String key, String folder) {
        this.key = key;
        this.folder = folder;
    }

    String key() {
        return key;
    }

    String folder() {
        return folder;
    }
}
