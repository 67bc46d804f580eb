package org.jenkinsci.plugins.workflow.steps;

/** Runs on a thread of its own: tests need that. */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
    private transient Thread thread;

    protected SynchronousNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    @Override
    public final boolean start() throws Exception {
        thread = new Thread(this::runAndTell, "step");
        thread.setDaemon(true);
        thread.start();
        return false;
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        thread.interrupt();
    }

    private void runAndTell() {
        try {
            getContext().onSuccess(run());
        } catch (Throwable e) {
            getContext().onFailure(e);
        }
    }
}
