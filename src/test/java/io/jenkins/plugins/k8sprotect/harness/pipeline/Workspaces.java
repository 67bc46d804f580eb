package io.jenkins.plugins.k8sprotect.harness.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Workspaces of the agents, and what is checked out into them.
 *
 * @param root where the agents have their folders
 * @param source the one folder of the job's sources that is checked out; null if it has none
 */
record Workspaces(Path root, Path source) {

    Path of(String agent, String job) {
        try {
            return Files.createDirectories(
                    root.resolve(agent).resolve("workspace").resolve(job));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void checkOutInto(Path workspace) throws IOException {
        if (source == null) {
            throw new IOException("‘checkout scm’ is only available when using “Pipeline script from SCM”");
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = workspace.resolve(source.getFileName()).resolve(source.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
