package io.jenkins.plugins.k8sprotect.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of the commands that end in a result. */
final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Also write the result as one self-contained HTML file.")
    Path file;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            converter = FailOn.Reader.class,
            defaultValue = "failure",
            description = "With 'warning', end with exit code 3 where the result has warnings; allowed are warning and"
                    + " failure (default: ${DEFAULT-VALUE}).")
    FailOn failOn;
}
