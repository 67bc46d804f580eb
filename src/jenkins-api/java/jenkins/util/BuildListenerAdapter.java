package jenkins.util;

import hudson.model.BuildListener;
import hudson.model.TaskListener;
import java.io.PrintStream;

/** Hands on to the one it wraps: tests need that. */
public final class BuildListenerAdapter implements BuildListener {
    private final TaskListener delegate;

    private BuildListenerAdapter(TaskListener delegate) {
        this.delegate = delegate;
    }

    public static BuildListener wrap(TaskListener delegate) {
        return new BuildListenerAdapter(delegate);
    }

    @Override
    public PrintStream getLogger() {
        return delegate.getLogger();
    }
}
