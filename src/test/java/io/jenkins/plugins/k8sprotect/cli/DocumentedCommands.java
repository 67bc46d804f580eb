package io.jenkins.plugins.k8sprotect.cli;

import picocli.CommandLine;

/** Lets the tests of the documents ask whether a command line is one that the program understands. */
public final class DocumentedCommands {
    private DocumentedCommands() {}

    /**
     * Parses the arguments with the real commands; runs nothing.
     *
     * @throws CommandLine.ParameterException if the program would refuse them
     */
    public static void parse(String... arguments) {
        Shell shell = new Shell(
                new Output(System.out, System.err),
                System.in,
                java.util.Map.of(),
                false,
                java.time.Clock.systemUTC(),
                stop -> () -> {},
                () -> {},
                new FakeOperations());
        K8sProtect.in(shell).parseArgs(arguments);
    }
}
