package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.progress.MessageLines;
import io.jenkins.plugins.k8sprotect.engine.progress.Progress;
import io.jenkins.plugins.k8sprotect.engine.progress.ProgressLines;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;

/**
 * What surrounds the process: all that commands need of it, so that tests can give them another.
 *
 * @param output standard output and standard error
 * @param input standard input
 * @param environment environment variables
 * @param redraw whether standard error is a terminal that can redraw a line
 * @param clock the time
 * @param signals requests to stop
 * @param halt ends the process at once
 * @param operations what does the work
 */
record Shell(
        Output output,
        InputStream input,
        Map<String, String> environment,
        boolean redraw,
        Clock clock,
        Signals signals,
        Runnable halt,
        Operations.Factory operations) {

    Progress progress(boolean debug) {
        MessageLines messages = new MessageLines(debug);
        return redraw
                ? new ProgressBar(output.err(), clock, messages)
                : new ProgressLines(output.err(), clock, messages);
    }
}
