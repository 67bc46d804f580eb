package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.RemoteOutputStream;
import io.jenkins.plugins.k8sprotect.config.OperationSite;
import io.jenkins.plugins.k8sprotect.config.StorageSession;
import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Sends an operation to one machine and brings back what came of it. */
final class Attempt {
    /** As the engine allows. */
    private static final int MANIFEST_MEBIBYTES = 10;

    private final OperationExecution execution;
    private final OperationArguments arguments;
    private final Surroundings surroundings;
    private final Stopper stopper;
    private final BuildLog log;
    private final Machine machine;
    private final StepContext context;

    Attempt(OperationExecution execution, Surroundings surroundings, Stopper stopper, BuildLog log, Machine machine) {
        this.execution = execution;
        this.arguments = execution.arguments();
        this.surroundings = surroundings;
        this.stopper = stopper;
        this.log = log;
        this.machine = machine;
        this.context = execution.getContext();
    }

    /**
     * @return how it ended; null if it was stopped before it began
     * @throws AgentAwayException if the agent was lost; how far the work came is not known
     * @throws IOException with what cannot be used, before anything was touched
     */
    Ending run() throws AgentAwayException, IOException, InterruptedException {
        FilePath folder = null;
        try {
            deleteLeftOver();
            folder = machine.newFolder();
            OperationSite site = new OperationSite(
                    context.get(Run.class), machine.workspace(), folder, context.get(TaskListener.class));
            return at(site);
        } catch (IOException | RuntimeException e) {
            if (machine.isRemote() && LostConnection.isCauseOf(e)) {
                throw new AgentAwayException("the connection to " + machine.shown() + " was lost", e);
            }
            throw e;
        } finally {
            delete(folder);
        }
    }

    private Ending at(OperationSite site) throws AgentAwayException, IOException, InterruptedException {
        Keeper keeper = new Keeper(context, surroundings.recorder(), log);
        Subject subject = subject(site.temp());
        ClusterLogin cluster = arguments.cluster().login(site);
        StorageSession session =
                arguments.storage() == null ? null : arguments.storage().open(site);
        StoreLogin store = session == null ? null : session.login();
        log.mask(Mask.of(cluster, store));
        if (arguments.backupToRead() != null) {
            Answer failed = choose(subject, session);
            if (failed != null) {
                return keeper.record(settled(failed, subject), null, List.of());
            }
        }
        if (arguments.writesBackup()) {
            session.beforeWriting(subject.name());
        }
        announce(subject);
        Answer answer = perform(work(subject, cluster, store), site.temp());
        if (answer == null) {
            return null;
        }
        Answer settled = settled(answer, subject);
        Answer kept = arguments.writesBackup() ? keeper.keepBackup(settled, session, site.temp()) : settled;
        return keeper.record(kept, site.temp(), session == null ? List.of() : session.notes());
    }

    /** Reads the definition the first time, and keeps it: an attempt after a restart is about the same. */
    private Subject subject(FilePath folder) throws AgentAwayException, IOException, InterruptedException {
        Checkpoint checkpoint = execution.checkpoint().using(folder.getRemote());
        Checkpoint here = machine.workspace() == null ? checkpoint : checkpoint.onNode();
        if (arguments.app() == null) {
            execution.save(here, stopper);
            String file = arguments.manifestFile();
            SubjectReader reader = new SubjectReader(machine);
            return new Subject("", null, file.isEmpty() ? "" : reader.file("file", file, MANIFEST_MEBIBYTES));
        }
        Subject subject = new SubjectReader(machine).read(arguments.app(), checkpoint.definition());
        execution.save(
                subject.definition() == null
                        ? here
                        : here.read(subject.definition().source()),
                stopper);
        return subject;
    }

    /**
     * Which backup is meant; the same one in every attempt.
     *
     * @return null, or what came instead of it
     */
    private Answer choose(Subject subject, StorageSession session)
            throws AgentAwayException, IOException, InterruptedException {
        Checkpoint checkpoint = execution.checkpoint();
        boolean known = !checkpoint.backupId().isEmpty();
        String backup = known ? checkpoint.backupId() : arguments.backupToRead();
        session.beforeReading(subject.name(), backup);
        if (known) {
            return null;
        }
        Answer found = send(new ResolveWork(session.login(), new BackupReference(subject.name(), backup)), null);
        if (found.kind() != Answer.Kind.DONE) {
            return found;
        }
        execution.save(checkpoint.resolved(found.text()), stopper);
        return null;
    }

    private void announce(Subject subject) {
        Checkpoint checkpoint = execution.checkpoint();
        log.say(arguments.step() + ": " + arguments.announcement(subject, checkpoint));
        log.say("runs on " + machine.shown() + ", at most " + arguments.timeoutMinutes() + " minutes"
                + (checkpoint.attempt() > 1 ? "; goes on, attempt " + checkpoint.attempt() : ""));
    }

    private EngineWork work(Subject subject, ClusterLogin cluster, StoreLogin store) {
        Duration remaining = execution
                .checkpoint()
                .remaining(arguments.timeoutMinutes(), surroundings.clock().instant());
        Duration positive = remaining.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : remaining;
        return arguments.work(subject, execution.checkpoint(), cluster, store, positive);
    }

    /** Null if it was stopped before its turn came. */
    private Answer perform(EngineWork work, FilePath folder)
            throws AgentAwayException, IOException, InterruptedException {
        if (machine.isRemote()) {
            return begin(work, folder);
        }
        if (!surroundings.slots().take(stopper, () -> log.say("waits for other operations on the controller"))) {
            return null;
        }
        try {
            return begin(work, folder);
        } finally {
            surroundings.slots().release();
        }
    }

    private Answer begin(EngineWork work, FilePath folder)
            throws AgentAwayException, IOException, InterruptedException {
        if (stopper.isAsked()) {
            return null;
        }
        execution.save(execution.checkpoint().begin(), stopper);
        return send(work, folder.getRemote());
    }

    /** The answer comes when the work has ended; a stop makes it end sooner. */
    @SuppressWarnings("try") // The registration is there to be closed.
    private Answer send(EngineWork work, String folder) throws AgentAwayException, IOException, InterruptedException {
        String attempt = UUID.randomUUID().toString();
        AgentLines lines = new AgentLines(log);
        OutputStream sent = machine.isRemote() ? new RemoteOutputStream(lines) : lines;
        try (CancelToken.Registration onStop = stopper.onStop(() -> requestStop(attempt))) {
            Answer answer = machine.call(new OperationCall(attempt, work, sent, folder));
            lines.awaitEnd();
            return answer;
        }
    }

    /** Not by whoever asks, which may be the Pipeline's thread. */
    private void requestStop(String attempt) {
        String reason = stopper.isExpired() ? "its time is over" : "the build was stopped";
        surroundings.workers().execute(() -> {
            log.say("stopping at the next safe point: " + reason);
            try {
                machine.call(new StopCall(attempt, reason, stopper.isExpired()));
            } catch (AgentAwayException | IOException e) {
                log.say("could not be told to stop: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** With a result, whatever came back: a refusal alone has none, since nothing was done. */
    private Answer settled(Answer answer, Subject subject) throws AbortException {
        return switch (answer.kind()) {
            case DONE -> answer;
            case REFUSED -> throw new AbortException(answer.text());
            case FAILED, BROKEN -> {
                String code = answer.kind() == Answer.Kind.BROKEN ? "internal" : "storage";
                Checkpoint checkpoint = execution.checkpoint();
                yield Answer.done(Results.failed(
                        arguments.operation(),
                        subject.name(),
                        checkpoint.backupId(),
                        checkpoint.started(),
                        surroundings.clock(),
                        Finding.failure(code, null, answer.text())));
            }
        };
    }

    /** The folder of an attempt that was lost may hold a whole backup. */
    private void deleteLeftOver() throws InterruptedException {
        String path = execution.checkpoint().folder();
        if (!path.isEmpty()) {
            delete(machine.folder(path));
        }
    }

    private void delete(FilePath folder) throws InterruptedException {
        if (folder == null) {
            return;
        }
        try {
            folder.deleteRecursive();
        } catch (IOException | RuntimeException e) {
            log.say("warning: " + folder.getRemote() + " on " + machine.shown() + " could not be deleted: "
                    + e.getMessage());
        }
    }
}
