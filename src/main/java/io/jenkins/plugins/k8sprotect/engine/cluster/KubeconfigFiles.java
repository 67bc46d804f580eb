package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that a context names: relative to the kubeconfig, or refused where it may name none. */
final class KubeconfigFiles {
    private static final long LARGEST = 1 << 20;

    private final KubeconfigSource source;
    private final String at;

    KubeconfigFiles(KubeconfigSource source, String at) {
        this.source = source;
        this.at = at;
    }

    /**
     * The path in a field, absolute; null if there is none, or if the content itself is there, which counts more.
     *
     * @param instead field that holds the content itself
     * @throws InvalidAccess if this kubeconfig may name no files
     */
    String path(KubeconfigSection section, String field, String instead) {
        String path = section.filled(field);
        return path == null || section.filled(instead) != null ? null : allowed(path, field, instead);
    }

    /** The text of the file that a field names, without white space around it; null if there is none. */
    String text(KubeconfigSection section, String field, String instead) {
        String path = section.filled(field);
        if (path == null) {
            return null;
        }
        Path file = Path.of(allowed(path, field, instead));
        try {
            if (Files.size(file) <= LARGEST) {
                return Files.readString(file).strip();
            }
        } catch (IOException e) {
            // Its message is the path alone, or tells what was found.
        }
        throw new InvalidAccess(at + ": " + field + ": " + file + " cannot be read");
    }

    private String allowed(String path, String field, String instead) {
        if (!source.mayNameFiles()) {
            throw new InvalidAccess(at + ": " + field + " names a file, and this kubeconfig may not read files of the"
                    + " machine that uses it; put the content into " + instead + " instead"
                    + " (kubectl config view --raw --flatten writes such a kubeconfig)");
        }
        return source.resolve(path).toString();
    }
}
