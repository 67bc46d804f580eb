package io.jenkins.plugins.k8sprotect.harness.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Workspaces of the agents, and what is checked out into them.
 *
 * @param root where the agents have their folders
 * @param sources folders that are checked out, each under its name; none if the job has no sources
 */
record Workspaces(Path root, List<Path> sources) {

    Path of(String agent, String job) {
        try {
            return Files.createDirectories(
                    root.resolve(agent).resolve("workspace").resolve(job));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void checkOutInto(Path workspace) throws IOException {
        if (sources.isEmpty()) {
            throw new IOException("‘checkout scm’ is only available when using “Pipeline script from SCM”");
        }
        for (Path source : sources) {
            copy(source, workspace.resolve(source.getFileName()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
