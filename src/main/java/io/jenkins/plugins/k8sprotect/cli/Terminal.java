package io.jenkins.plugins.k8sprotect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What is known of where standard error goes. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /**
     * Whether standard error can redraw a line. {@link System#console} alone does not tell: it asks about standard
     * input and output, so that {@code --json > file} would lose the bar.
     */
    static boolean canRedraw(Map<String, String> environment) {
        if ("dumb".equals(environment.get("TERM")) || environment.containsKey("CI")) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return environment.containsKey("TERM") && System.console() != null;
        }
    }
}
