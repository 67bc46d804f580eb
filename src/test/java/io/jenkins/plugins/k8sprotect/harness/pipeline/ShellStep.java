package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.AbortException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** {@code sh}: what a shell of this machine does in the workspace, with the Pipeline's environment. */
final class ShellStep {
    private final RunningPipeline pipeline;
    private final Path workspace;

    ShellStep(RunningPipeline pipeline, Path workspace) {
        this.pipeline = pipeline;
        this.workspace = workspace;
    }

    Object call(Arguments a) throws IOException, InterruptedException {
        boolean quiet = a.flag("returnStdout");
        ProcessBuilder shell = new ProcessBuilder("sh", "-xe", "-c", a.text("script"))
                .directory(workspace.toFile())
                .redirectErrorStream(!quiet);
        shell.environment().putAll(pipeline.scope().variables());
        pipeline.log("[Pipeline] sh");
        Process process = shell.start();
        AtomicReference<Throwable> stopped = new AtomicReference<>();
        Region.Stoppable stop = cause -> {
            stopped.set(cause);
            process.destroy();
        };
        pipeline.scope().region().enter(stop);
        try {
            List<String> lines = read(process, quiet);
            int status = process.waitFor();
            if (stopped.get() != null) {
                throw RunningPipeline.<RuntimeException>asItIs(stopped.get());
            }
            return outcome(a, status, lines);
        } finally {
            pipeline.scope().region().leave(stop);
        }
    }

    private List<String> read(Process process, boolean quiet) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (quiet) {
                    lines.add(line);
                } else {
                    pipeline.log(line);
                }
            }
        }
        return lines;
    }

    private static Object outcome(Arguments a, int status, List<String> lines) throws AbortException {
        if (a.flag("returnStatus")) {
            return status;
        }
        if (status != 0) {
            throw new AbortException("script returned exit code " + status);
        }
        return a.flag("returnStdout") ? String.join("\n", lines) : null;
    }
}
