package io.jenkins.plugins.k8sprotect.harness.demo;

import io.jenkins.plugins.k8sprotect.harness.pipeline.StageReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the demo's check after each stage: {@code check TITLE MILLISECONDS RESULT [RESULT.JSON]}. */
final class StageChecks {
    private final Path check;
    private final Path job;
    private final Set<Path> seen = new HashSet<>();
    private boolean well = true;

    /**
     * @param check what is run
     * @param job folder of the job, in which results of operations are looked for
     */
    StageChecks(Path check, Path job) {
        this.check = check;
        this.job = job;
    }

    void run(StageReport stage) {
        try {
            Process process = new ProcessBuilder(
                            check.toString(),
                            stage.name(),
                            String.valueOf(stage.millis()),
                            stage.result().toString(),
                            newResult())
                    .inheritIO()
                    .start();
            well &= process.waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean allWell() {
        return well;
    }

    /** The result that the stage's operation left; empty if it had none. */
    private String newResult() throws IOException {
        try (Stream<Path> files = Files.walk(job)) {
            List<Path> fresh = files.filter(f -> f.endsWith("result.json"))
                    .filter(seen::add)
                    .toList();
            return fresh.isEmpty() ? "" : fresh.get(0).toString();
        }
    }
}
