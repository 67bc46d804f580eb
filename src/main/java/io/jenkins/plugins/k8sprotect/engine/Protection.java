package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupReader;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupWriter;
import io.jenkins.plugins.k8sprotect.engine.archive.FinishedBackup;
import io.jenkins.plugins.k8sprotect.engine.archive.ReaderOptions;
import io.jenkins.plugins.k8sprotect.engine.archive.VerifyReport;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.cluster.ServerInfo;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOutcome;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.plan.RestorePlan;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Protects applications: backup, plan, restore, verify, hook. One instance for one operation at a time.
 *
 * <p>What goes wrong outside (cluster, store, backup) is a failed result that says so, never an exception; what was asked
 * for wrongly is an {@link IllegalArgumentException}. A result is never plain success when something failed.
 */
public final class Protection {
    private final EventSink events;
    private final CancelToken cancel;
    private final Clock clock;

    /**
     * @param events told what goes on
     * @param cancel looked at at safe points; whoever sets a time limit {@linkplain CancelToken#expire expires} it then
     * @param clock for ids, timings and deadlines
     */
    public Protection(EventSink events, CancelToken cancel, Clock clock) {
        this.events = events;
        this.cancel = cancel;
        this.clock = clock;
    }

    /** Backs the application up. Nothing is stored if the backup would not be whole. */
    public OperationResult backup(Application app, ClusterAccess from, Store to) {
        return backup(newLog(app), app, from, to, BackupId.next(clock), BackupWriter::begin);
    }

    /**
     * Backs the application up under a given id, for a caller that may have to ask again for the same backup: one that is
     * there already is not made again, and what an attempt left that did not end is removed.
     *
     * @param id from {@link BackupId#next}, of one backup alone
     * @return of a backup that is there already what its manifest tells of it, with the finding {@code already-made};
     *     who made it is not recorded there, and the cluster is not asked
     */
    public OperationResult backup(Application app, ClusterAccess from, Store to, BackupId id) {
        OperationLog log = newLog(app);
        try {
            Optional<FinishedBackup> made = new BackupCatalog(to).finished(app.name(), id);
            if (made.isPresent()) {
                return AlreadyMade.result(made.get());
            }
        } catch (StoreException | BackupException e) {
            return failed(log, e);
        }
        return backup(log, app, from, to, id, BackupWriter::beginAgain);
    }

    private OperationLog newLog(Application app) {
        return new OperationLog("backup", app.name(), clock, events);
    }

    private OperationResult backup(
            OperationLog log, Application app, ClusterAccess from, Store to, BackupId id, BackupOperation.Begin begin) {
        try (Cluster cluster = Cluster.connect(from, cancel)) {
            return new BackupOperation(app, cluster, to, events, cancel, log).run(id, begin);
        } catch (ApiException | StoreException | BackupException | CancellationException e) {
            return failed(log, e);
        }
    }

    /**
     * The backup that a reference means now; {@code latest} may mean another one later.
     *
     * @throws BackupException if there is none, or the reference is neither an id nor {@code latest}
     * @throws StoreException if the store cannot be read
     */
    public static BackupId resolve(BackupReference backup, Store from) {
        return new BackupCatalog(from).resolve(backup.application(), backup.idOrLatest());
    }

    /** Says what a restore would do. Nothing is written, not even a namespace. */
    public RestoreOutcome plan(BackupReference backup, Store from, ClusterAccess to, RestoreOptions options) {
        return restore("plan", backup, from, to, options);
    }

    /** Restores; what is there and equal stays untouched, so that the same restore again goes on or does nothing. */
    public RestoreOutcome restore(BackupReference backup, Store from, ClusterAccess to, RestoreOptions options) {
        return restore("restore", backup, from, to, options);
    }

    private RestoreOutcome restore(
            String operation, BackupReference reference, Store from, ClusterAccess to, RestoreOptions options) {
        OperationLog log = new OperationLog(operation, reference.application(), clock, events);
        try (Cluster cluster = Cluster.connect(to, cancel)) {
            Meanwhile<ServerInfo> server = Meanwhile.ask(cluster::prepare);
            return reading(reference, from, backup -> new RestoreOperation(
                            backup, cluster, server, options, events, cancel, log)
                    .run(operation.equals("plan")));
        } catch (ApiException | StoreException | BackupException | CancellationException e) {
            return new RestoreOutcome(failed(log, e), new RestorePlan(List.of(), List.of()));
        }
    }

    /** Reads a whole backup and checks everything in it. */
    public OperationResult verify(BackupReference reference, Store from) {
        OperationLog log = new OperationLog("verify", reference.application(), clock, events);
        try {
            return reading(reference, from, backup -> {
                log.uses(backup.manifest().id().value());
                VerifyReport report = log.phase("verify", backup::verify);
                log.tell(report.findings());
                log.counted(backup.manifest().info().counts());
                return log.end();
            });
        } catch (StoreException | BackupException | CancellationException e) {
            return failed(log, e);
        }
    }

    /**
     * Carries out one action in a namespace.
     *
     * @param application the application that it is for; empty if it is for none
     * @param namespace where pods are looked for, and objects go that name no namespace
     * @throws IllegalArgumentException if the namespace is blank, or a manifest cannot be read
     */
    public HookOutcome hook(
            String application, String namespace, HookAction action, ClusterAccess to, HookOptions options) {
        if (namespace.isBlank()) {
            throw new IllegalArgumentException("namespace: found nothing; expected the namespace that the hook is for");
        }
        action.check();
        OperationLog log = new OperationLog("hook", application, clock, events);
        Deadline deadline = Deadline.after(clock, options.timeout());
        try (Cluster cluster = Cluster.connect(to, cancel)) {
            HookOutcome outcome =
                    new HookOperation(cluster, namespace, options, events, cancel, log).run(action, deadline);
            return new HookOutcome(options.masking().mask(outcome.result()), outcome.runs());
        } catch (ApiException | CancellationException e) {
            return new HookOutcome(options.masking().mask(failed(log, e)), List.of());
        }
    }

    private <T> T reading(BackupReference reference, Store from, Function<BackupReader, T> work) {
        BackupId id = resolve(reference, from);
        ReaderOptions options = ReaderOptions.defaults().with(cancel);
        try (BackupReader reader = BackupReader.open(from, reference.application(), id, options)) {
            return work.apply(reader);
        }
    }

    private OperationResult failed(OperationLog log, RuntimeException e) {
        if (e instanceof CancellationException && cancel.isExpired()) {
            log.tell(List.of(Finding.failure("deadline", null, "time was up: " + e.getMessage())));
            return log.end(Outcome.FAILED);
        }
        if (e instanceof CancellationException) {
            log.tell(List.of(Finding.failure("stopped", null, "stopped on request: " + e.getMessage())));
            return log.end(Outcome.ABORTED);
        }
        log.tell(List.of(Finding.failure(code(e), null, e.getMessage())));
        return log.end(Outcome.FAILED);
    }

    private static String code(RuntimeException e) {
        if (e instanceof StoreException) {
            return "store";
        }
        return e instanceof BackupException ? "backup" : "cluster";
    }
}
