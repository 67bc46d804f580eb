package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command above the commands: by itself it only says what there is. */
@Command(
        name = "k8s-protect",
        mixinStandardHelpOptions = true,
        versionProvider = K8sProtect.Shown.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Backs up and restores Kubernetes applications.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Something that was asked for was not done.",
            "2:The input cannot be used; nothing was done.",
            "3:Done with warnings, and --fail-on warning was given.",
            "130:Stopped on request (Ctrl-C)."
        },
        footer = {"", "k8s-protect COMMAND --help shows the options of a command."})
final class K8sProtect implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command given; allowed are "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    /** The command line with all its commands. */
    static CommandLine in(Shell shell) {
        CommandLine line = new CommandLine(new K8sProtect())
                .addSubcommand(new BackupCommand(shell))
                .addSubcommand(new RestoreCommand(shell))
                .addSubcommand(new HookCommand(shell))
                .addSubcommand(new ListCommand(shell))
                .addSubcommand(new ShowCommand(shell))
                .addSubcommand(new VerifyCommand(shell))
                .addSubcommand(new DeleteCommand(shell));
        ErrorMessages errors = new ErrorMessages(shell.output());
        // An argument that begins with @ means itself, also to the command that a hook hands on.
        return line.setExpandAtFiles(false)
                .setOut(shell.output().outWriter())
                .setErr(shell.output().errWriter())
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** The version that the jar's manifest carries. */
    static final class Shown implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"k8s-protect " + Version.current()};
        }
    }
}
