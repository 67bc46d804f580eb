package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/** Says what went wrong: a message on standard error, with {@code --json} also as the one document on standard output. */
final class ErrorMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Output output;

    ErrorMessages(Output output) {
        this.output = output;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = ParameterMessage.of(e);
        tell(own(Arrays.asList(args)).contains("--json"), ExitCode.BAD_INPUT, message);
        output.say("See '" + command + " --help'.");
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof ParameterException wrong) {
            return handleParseException(wrong, parsed.originalArgs().toArray(String[]::new));
        }
        Failure failure = Failure.of(e);
        List<String> args = own(parsed.originalArgs());
        tell(args.contains("--json"), failure.exitCode(), failure.message());
        if (args.contains("--debug")) {
            e.printStackTrace(output.err());
        }
        return failure.exitCode();
    }

    /** Without what stands after {@code --}: that is a command for a container. */
    private static List<String> own(List<String> args) {
        return args.stream().takeWhile(argument -> !argument.equals("--")).toList();
    }

    private void tell(boolean json, int exitCode, String message) {
        if (json) {
            ObjectNode document = Json.newObject().put("formatVersion", 1);
            document.putObject("error").put("exitCode", exitCode).put("message", message);
            output.result(document);
        }
        output.say("k8s-protect: " + message);
    }
}
