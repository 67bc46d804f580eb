package io.jenkins.plugins.k8sprotect.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with arguments. What nobody asked for is not repeated, beyond an option's name: someone may have tried
 * to give a password.
 */
final class ParameterMessage {
    private ParameterMessage() {}

    static String of(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        List<String> options = unmatched.getUnmatched().stream()
                .filter(a -> a.startsWith("-"))
                .map(ParameterMessage::name)
                .toList();
        if (options.isEmpty()) {
            return "unexpected argument; options come as --name VALUE, and nothing else is expected here";
        }
        String suggestions = unmatched.getSuggestions().isEmpty()
                ? ""
                : "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        boolean secret = options.stream().anyMatch(ParameterMessage::soundsSecret);
        return options.stream().collect(Collectors.joining(", ", "unknown option ", suggestions))
                + (secret
                        ? "; keys come from the environment alone, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY:"
                                + " arguments show in process lists"
                        : "");
    }

    private static String name(String option) {
        int equals = option.indexOf('=');
        return equals < 0 ? option : option.substring(0, equals);
    }

    private static boolean soundsSecret(String option) {
        return option.contains("key")
                || option.contains("secret")
                || option.contains("token")
                || option.contains("password");
    }
}
