package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an application's definition. */
final class ApplicationFile {
    private ApplicationFile() {}

    /**
     * @param name a file, or {@code -} for standard input
     * @throws UserError if it cannot be read
     * @throws io.jenkins.plugins.k8sprotect.engine.app.InvalidDefinition with every mistake in it
     */
    static Application read(String name, InputStream standardInput) {
        try {
            if (name.equals("-")) {
                return ApplicationParser.parse(standardInput, "standard input");
            }
            try (InputStream file = Files.newInputStream(Path.of(name))) {
                return ApplicationParser.parse(file, name);
            }
        } catch (IOException e) {
            throw new UserError("--app: " + name + (Files.exists(Path.of(name)) ? ": cannot be read" : ": no such file")
                    + "; name the file with the application's definition, or - for standard input");
        }
    }
}
