package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.progress.MessageLines;
import io.jenkins.plugins.k8sprotect.engine.progress.ProgressLines;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import jenkins.security.MasterToSlaveCallable;

/**
 * Runs the engine, on the agent or in the controller. Never throws, and returns when the work has really ended: an
 * interrupt (a channel that closes, a controller that gives up) asks it to stop at its next safe point, and is waited for.
 */
final class OperationCall extends MasterToSlaveCallable<Answer, RuntimeException> {
    private static final long serialVersionUID = 1;

    private final String attempt;
    private final EngineWork work;
    private final OutputStream log;
    private final String files;

    /**
     * @param attempt id by which {@link StopCall} finds it
     * @param log serializable if this is sent to another machine; takes lines in UTF-8; closed at the
     *     end
     * @param files path of a folder of that machine for the operation's files; null for work without any
     */
    OperationCall(String attempt, EngineWork work, OutputStream log, String files) {
        this.attempt = attempt;
        this.work = work;
        this.log = log;
        this.files = files;
    }

    @Override
    public Answer call() {
        StopRequests stop = StopRequests.of(attempt);
        AtomicReference<Answer> answer = new AtomicReference<>();
        Thread engine = new Thread(() -> answer.set(perform(stop)), "k8s-protect " + attempt);
        engine.setDaemon(true);
        engine.setContextClassLoader(OperationCall.class.getClassLoader());
        engine.start();
        boolean interrupted = join(engine, stop);
        StopRequests.forget(attempt);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }

    private static boolean join(Thread engine, StopRequests stop) {
        boolean interrupted = false;
        while (true) {
            try {
                engine.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
                stop.stop("the connection to the controller was lost, or the controller asked", false);
            }
        }
    }

    private Answer perform(StopRequests stop) {
        Mask mask = work.mask();
        PrintStream lines = new PrintStream(new BufferedOutputStream(log), true, StandardCharsets.UTF_8);
        try (ProgressLines progress = new ProgressLines(lines, Clock.systemUTC(), new MessageLines(false))) {
            EventSink events = event -> progress.emit(mask.event(event));
            return ending(work.perform(events, stop.token()), stop, mask);
        } catch (RuntimeException e) {
            return Answer.of(e).masked(mask);
        } catch (Error e) {
            return Answer.broken(e).masked(mask);
        } finally {
            lines.close();
        }
    }

    private Answer ending(Answer answer, StopRequests stop, Mask mask) {
        Answer masked = answer.masked(mask);
        if (masked.result() == null) {
            return masked;
        }
        Answer timely =
                stop.token().isExpired() ? masked.with(Results.pastDeadline(masked.result()), masked.plan()) : masked;
        return new AnswerFiles(files).keep(timely);
    }
}
