package io.jenkins.plugins.k8sprotect.steps;

import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The build's log as one operation writes it, on the controller: lines in UTF-8, from here and, through a remote stream,
 * from the agent. Every line is masked and flushed; the last one is what the operation's status shows. Thread-safe.
 */
final class BuildLog extends OutputStream {
    /** A line without an end would grow without one. */
    private static final int LONGEST = 64 << 10;

    private final TaskListener listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile Mask mask = Mask.none();
    private volatile String latest = "";

    BuildLog(TaskListener listener) {
        this.listener = listener;
    }

    /** From here on these secrets are replaced. */
    void mask(Mask secrets) {
        mask = secrets;
    }

    String masked(String text) {
        return mask.text(text);
    }

    /** A line, or several. */
    void say(String text) {
        write(text + "\n");
    }

    /** The last line. */
    String latest() {
        return latest;
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n' || line.size() >= LONGEST) {
            end();
        }
        if (b != '\n' && b != '\r') {
            line.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void end() {
        String text = mask.text(line.toString(StandardCharsets.UTF_8));
        line.reset();
        latest = text;
        listener.getLogger().println(text);
        listener.getLogger().flush();
    }

    /** Ends a line that has not ended: nothing follows it. */
    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            end();
        }
    }
}
