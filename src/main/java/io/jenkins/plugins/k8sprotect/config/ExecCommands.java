package io.jenkins.plugins.k8sprotect.config;

import hudson.util.FormValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The commands that an administrator allows in kubeconfigs. */
final class ExecCommands {
    /** Whoever may write their arguments may run anything. */
    private static final Set<String> INTERPRETERS = Set.of(
            "sh",
            "bash",
            "dash",
            "zsh",
            "ksh",
            "busybox",
            "env",
            "python",
            "python3",
            "perl",
            "ruby",
            "node",
            "java",
            "cmd",
            "cmd.exe",
            "powershell",
            "powershell.exe",
            "pwsh",
            "sudo",
            "xargs",
            "find",
            "ssh",
            "curl",
            "wget");

    private ExecCommands() {}

    /** Each once, with single spaces, without empty ones. Null: none. */
    static List<String> plain(List<String> commands) {
        List<String> given = commands == null ? List.of() : commands;
        return new ArrayList<>(given.stream()
                .filter(Objects::nonNull)
                .map(c -> c.trim().replaceAll("\\s+", " "))
                .filter(c -> !c.isEmpty())
                .distinct()
                .toList());
    }

    /** A warning where a command would run whatever its arguments say. */
    static FormValidation warnings(List<String> commands) {
        List<String> risky =
                plain(commands).stream().filter(ExecCommands::runsAnything).toList();
        return risky.isEmpty()
                ? FormValidation.ok()
                : FormValidation.warning(String.join(", ", risky)
                        + ": runs whatever its arguments say; every author of a kubeconfig could run anything on the"
                        + " controller");
    }

    /** An interpreter whose script is not fixed by what follows it. */
    private static boolean runsAnything(String command) {
        String[] words = command.split(" ");
        boolean scriptIsOpen = words.length == 1 || words[1].startsWith("-");
        return INTERPRETERS.contains(file(command)) || scriptIsOpen && INTERPRETERS.contains(file(words[0]));
    }

    private static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
