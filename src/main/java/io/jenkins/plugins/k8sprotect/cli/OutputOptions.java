package io.jenkins.plugins.k8sprotect.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class OutputOptions {
    @Option(
            names = "--json",
            description = "Print the result as exactly one JSON document (docs/results.md lists its fields).")
    boolean json;

    @Option(names = "--debug", description = "Show debugging messages, and stack traces of errors.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;
}
