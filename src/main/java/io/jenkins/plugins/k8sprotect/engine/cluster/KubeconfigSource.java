package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a kubeconfig comes from, and what follows from that: whether it may name files, and what it may run. */
final class KubeconfigSource {
    private final String name;
    private final Path file;
    private final String text;
    private final List<String> allowedCommands;

    private KubeconfigSource(String name, Path file, String text, List<String> allowedCommands) {
        this.name = name;
        this.file = file;
        this.text = text;
        this.allowedCommands = allowedCommands == null ? null : List.copyOf(allowedCommands);
    }

    /**
     * A file of this machine, whose owner may do here what it says.
     *
     * @param file null for the first one that {@code KUBECONFIG} names, else {@code ~/.kube/config}
     */
    static KubeconfigSource of(Path file) {
        Path path = file != null ? file : defaultFile();
        return new KubeconfigSource("kubeconfig " + path, path, null, null);
    }

    /** A text that comes from elsewhere: the files that it names would be this machine's, so it may name none. */
    static KubeconfigSource of(ClusterLogin.Kubeconfig login) {
        String text = login.text() == null ? "" : login.text();
        return new KubeconfigSource("kubeconfig " + login.name(), null, text, login.allowedCommands());
    }

    private static Path defaultFile() {
        String variable = System.getenv("KUBECONFIG");
        if (variable != null && !variable.isBlank()) {
            return Path.of(variable.split(java.io.File.pathSeparator)[0]);
        }
        return Path.of(System.getProperty("user.home"), ".kube", "config");
    }

    /** What messages call it. */
    String name() {
        return name;
    }

    /** Commands that an {@code exec} entry may run; null: any. */
    List<String> allowedCommands() {
        return allowedCommands;
    }

    /** The content, read anew each time. */
    String read() {
        if (file == null) {
            return text;
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidAccess(name + ": "
                    + (Files.exists(file)
                            ? "cannot be read"
                            : "no such file; name one with --kubeconfig or KUBECONFIG"));
        }
    }

    boolean mayNameFiles() {
        return file != null;
    }

    /** A path as the kubeconfig has it, relative to the file that it stands in. Only where it may name files. */
    Path resolve(String path) {
        return file.toAbsolutePath().resolveSibling(path).normalize();
    }
}
