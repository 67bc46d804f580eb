package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.result.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the HTML report. */
final class ReportFile {
    private ReportFile() {}

    /** Refuses, before anything is done, a file that could not be written when all is done. */
    static void check(Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new UserError("--report: " + file + (Files.isDirectory(file) ? " is a folder" : ": no such folder")
                    + "; name a file in a folder that exists");
        }
    }

    /** @return whether it was written; if not, that was said. The result stands on standard output already. */
    static boolean write(Path file, Done done, Output output) {
        try {
            Files.writeString(file, HtmlReport.render(done.result(), done.reported()));
            return true;
        } catch (IOException e) {
            output.say("k8s-protect: --report: " + file + " could not be written ("
                    + e.getClass().getSimpleName() + "); the operation itself ended as its result says");
            return false;
        }
    }
}
