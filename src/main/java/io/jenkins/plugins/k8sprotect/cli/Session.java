package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.progress.Progress;
import io.jenkins.plugins.k8sprotect.engine.result.Aftermath;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Runs one operation: shows its progress, lets Ctrl-C stop it, and gives its result out. */
final class Session {
    private final Shell shell;
    private final OutputOptions options;
    private final ReportOptions report;

    Session(Shell shell, OutputOptions options, ReportOptions report) {
        this.shell = shell;
        this.options = options;
        this.report = report;
    }

    /**
     * @param name the operation, for what is said if it was stopped
     * @param work calls the engine
     * @return the exit code
     */
    int run(String name, Function<Operations, Done> work) {
        CancelToken cancel = new CancelToken();
        try (Progress progress = shell.progress(options.debug)) {
            Runnable stopListening = shell.signals().on(new Interruption(cancel, progress::info, shell.halt()));
            try {
                return finish(name, perform(work, progress, cancel));
            } catch (CancellationException e) {
                throw new StoppedException(name, e);
            } finally {
                stopListening.run();
            }
        }
    }

    private Done perform(Function<Operations, Done> work, Progress progress, CancelToken cancel) {
        Done done = work.apply(shell.operations().create(progress, cancel, shell.clock()));
        progress.close();
        return done;
    }

    private int finish(String name, Done done) {
        ResultOutput.print(shell.output(), options.json, done);
        if (done.result().outcome() == Outcome.ABORTED) {
            shell.output().say(Aftermath.ofStopped(name));
        }
        if (report.file != null && !ReportFile.write(report.file, done, shell.output())) {
            return ExitCode.FAILED;
        }
        return ExitCode.of(done.result().outcome(), report.failOn);
    }
}
