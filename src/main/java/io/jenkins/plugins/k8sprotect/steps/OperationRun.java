package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.springframework.security.core.Authentication;

/**
 * One operation in this process, off the Pipeline's thread, from its dispatch to the step's end: attempts, as many as
 * agents are lost, until one has an answer, the time is over, or the build is stopped.
 */
final class OperationRun implements Runnable {
    private final OperationExecution execution;
    private final OperationArguments arguments;
    private final Surroundings surroundings;
    private final Stopper stopper = new Stopper();
    private volatile String place = "";
    private volatile BuildLog log;

    OperationRun(OperationExecution execution, Surroundings surroundings) {
        this.execution = execution;
        this.arguments = execution.arguments();
        this.surroundings = surroundings;
    }

    /** Does not wait. */
    void stop(Throwable cause) {
        stopper.stop(cause);
    }

    /** Does not wait. */
    void expire() {
        stopper.expire();
    }

    String status() {
        String line = log == null ? "" : log.latest();
        String where = place.isEmpty() ? "starting" : "on " + place;
        return (stopper.isAsked() ? "stopping, " : "") + where + (line.isEmpty() ? "" : ": " + line);
    }

    @Override
    public void run() {
        ScheduledFuture<?> deadline = null;
        try {
            log = new BuildLog(execution.getContext().get(TaskListener.class));
            Duration remaining = execution
                    .checkpoint()
                    .remaining(arguments.timeoutMinutes(), surroundings.clock().instant());
            deadline = Timer.get().schedule(this::expire, remaining.toMillis(), TimeUnit.MILLISECONDS);
            conclude(asTheBuild());
        } catch (InterruptedException e) {
            // The controller is going down: the checkpoint is persisted, and whoever resumes the build goes on from it.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            fail(new AbortException(arguments.step() + ": " + masked(e.getMessage())));
        } catch (RuntimeException | Error e) {
            fail(new AbortException(
                    arguments.step() + ": this should not have happened, please report it: " + masked(e.toString())));
        } finally {
            if (deadline != null) {
                deadline.cancel(false);
            }
        }
    }

    /** As whom the Pipeline runs: that decides which other jobs' backups it may read. This thread alone is nobody. */
    @SuppressWarnings("try") // The context is there to be closed.
    private Ending asTheBuild() throws IOException, InterruptedException {
        FlowExecution flow = execution.getContext().get(FlowExecution.class);
        Authentication who = flow == null ? Jenkins.getAuthentication2() : flow.getAuthentication2();
        ScheduledFuture<?> watch = flow == null ? null : watch(flow);
        try (ACLContext context = ACL.as2(who)) {
            return untilAnswered();
        } finally {
            if (watch != null) {
                watch.cancel(false);
            }
        }
    }

    /** A build that is killed ends without stopping its steps. */
    private ScheduledFuture<?> watch(FlowExecution flow) {
        long millis = surroundings.watch().toMillis();
        Runnable look = () -> {
            if (flow.isComplete()) {
                stop(new AbortException("the build has ended without this step"));
            }
        };
        return Timer.get().scheduleWithFixedDelay(look, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void conclude(Ending ending) throws IOException, InterruptedException {
        new Conclusion(execution.getContext(), arguments, log).conclude(ending, stopper.cause());
    }

    private void fail(AbortException failure) {
        Throwable cause = stopper.cause();
        if (cause != null) {
            cause.addSuppressed(failure);
        }
        execution.getContext().onFailure(cause == null ? failure : cause);
    }

    private String masked(String text) {
        return log == null ? String.valueOf(text) : log.masked(String.valueOf(text));
    }

    private Ending untilAnswered() throws IOException, InterruptedException {
        int looks = 0;
        while (!stopper.isAsked()) {
            Checkpoint checkpoint = execution.checkpoint();
            if (checkpoint.hasBegun() && !arguments.isRepeatable()) {
                return unanswered(Finding.failure(
                        "may-have-run",
                        null,
                        "the connection or the controller was lost while it ran: it may have run, in whole or in part,"
                                + " and is not run again by itself; look, and let the Pipeline decide"));
            }
            try {
                Machine machine = Machine.of(execution.getContext(), checkpoint.isOnNode());
                place = machine.shown();
                looks = 0;
                return new Attempt(execution, surroundings, stopper, log, machine).run();
            } catch (AgentAwayException e) {
                waitForAgent(e, looks++);
            }
        }
        return stoppedBefore();
    }

    private void waitForAgent(AgentAwayException e, int looks) throws IOException, InterruptedException {
        if (looks == 0) {
            log.say(e.getMessage() + "; waiting for it until the deadline, then going on");
            execution.save(execution.checkpoint().onNode().nextAttempt(), stopper);
        }
        stopper.sleep(surroundings.pause(looks));
    }

    /** Nothing is under way: what was begun in an earlier attempt is as that left it. */
    private Ending stoppedBefore() throws InterruptedException {
        if (!stopper.isExpired()) {
            return null;
        }
        return unanswered(Finding.failure(
                "deadline",
                null,
                "its time was over while it waited" + (place.isEmpty() ? "" : " for " + place)
                        + "; give it more with timeoutMinutes"));
    }

    private Ending unanswered(Finding finding) throws InterruptedException {
        Checkpoint checkpoint = execution.checkpoint();
        Answer answer = Answer.done(Results.failed(
                arguments.operation(),
                arguments.app() == null || arguments.app().kind() != AppSource.Kind.NAME
                        ? ""
                        : arguments.app().text(),
                checkpoint.backupId(),
                checkpoint.started(),
                surroundings.clock(),
                finding));
        return new Keeper(execution.getContext(), surroundings.recorder(), log).record(answer, null, List.of());
    }
}
