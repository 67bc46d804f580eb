package io.jenkins.plugins.k8sprotect.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs {@code testbed/testbed}. Its progress is copied to this JVM's stderr as it comes. */
final class TestbedCommand {

    /**
     * @param exit the command's exit code
     * @param out its stdout, trimmed
     * @param err its stderr, trimmed
     */
    record Outcome(int exit, String out, String err) {}

    private TestbedCommand() {}

    /** The command's stdout, trimmed; {@link IllegalStateException} with its stderr if it fails. */
    static String run(String... arguments) {
        Outcome outcome = tryRun(arguments);
        if (outcome.exit() != 0) {
            throw new IllegalStateException("testbed " + String.join(" ", arguments) + " failed (exit " + outcome.exit()
                    + "):\n" + outcome.err());
        }
        return outcome.out();
    }

    static Outcome tryRun(String... arguments) {
        List<String> command = new ArrayList<>(List.of("bash", script().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> copyErrors(process));
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), out.trim(), err.join().trim());
        } catch (IOException e) {
            throw new UncheckedIOException("testbed cannot be run: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    private static String copyErrors(Process process) {
        StringBuilder all = new StringBuilder();
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                System.err.println(line);
                all.append(line).append('\n');
            }
        } catch (IOException e) {
            all.append(e);
        }
        return all.toString();
    }

    /** Surefire and failsafe say where the project is; elsewhere tests run in its folder. */
    private static Path script() {
        return Path.of(System.getProperty("basedir", "."), "testbed", "testbed").toAbsolutePath();
    }
}
