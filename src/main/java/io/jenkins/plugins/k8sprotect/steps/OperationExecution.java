package io.jenkins.plugins.k8sprotect.steps;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One run of a step: asynchronous, and able to go on in another process. Only the arguments and the checkpoint are
 * persisted; whoever resumes the build dispatches the operation again, which is safe (the same backup id, the same
 * backup to restore, objects that are there already stay).
 */
final class OperationExecution extends StepExecution {
    private static final long serialVersionUID = 1;

    private final OperationArguments arguments;
    private volatile Checkpoint checkpoint;
    private transient OperationRun running;
    private transient boolean ended;

    OperationExecution(StepContext context, OperationArguments arguments) {
        super(context);
        this.arguments = arguments;
    }

    /** Nothing is contacted here: this is the Pipeline's thread. */
    @Override
    public boolean start() {
        checkpoint = arguments.begin(Surroundings.get().clock());
        dispatch();
        return false;
    }

    /** In another process than the one that began, or whose agent was lost with it. */
    @Override
    public void onResume() {
        checkpoint = checkpoint.nextAttempt();
        dispatch();
    }

    private synchronized void dispatch() {
        if (ended) {
            return;
        }
        running = new OperationRun(this, Surroundings.get());
        Surroundings.get().workers().execute(running);
    }

    /** Asks; the step ends with this cause when the work has stopped, not before. */
    @Override
    public void stop(Throwable cause) {
        synchronized (this) {
            if (running == null) {
                ended = true;
            }
        }
        if (running == null) {
            getContext().onFailure(cause);
        } else {
            running.stop(cause);
        }
    }

    /** As the deadline does it. */
    void expire() {
        running.expire();
    }

    @Override
    public synchronized String getStatus() {
        return running == null ? "waiting to go on" : running.status();
    }

    OperationArguments arguments() {
        return arguments;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /**
     * Goes on from here, and returns when that is persisted. Not on the Pipeline's thread, which does the writing.
     *
     * @throws IOException if it cannot be persisted: then nothing may be done that another process could not know of
     */
    void save(Checkpoint next, Stopper stopper) throws IOException, InterruptedException {
        checkpoint = next;
        var saved = getContext().saveState();
        while (true) {
            try {
                saved.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                if (stopper.isAsked()) {
                    return;
                }
            } catch (ExecutionException e) {
                throw new IOException("the state of the build could not be saved: " + e.getCause(), e.getCause());
            }
        }
    }
}
