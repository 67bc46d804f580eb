package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupWriter;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.ListedResource;
import io.jenkins.plugins.k8sprotect.engine.archive.Maker;
import io.jenkins.plugins.k8sprotect.engine.archive.Manifest;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.archive.SourceCluster;
import io.jenkins.plugins.k8sprotect.engine.archive.WriterOptions;
import io.jenkins.plugins.k8sprotect.engine.capture.Capture;
import io.jenkins.plugins.k8sprotect.engine.capture.Captured;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.cluster.ServerInfo;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.util.List;

/** Makes one backup: capture into the archive, then the commit by which it begins to exist. */
final class BackupOperation {
    private final Application app;
    private final Cluster cluster;
    private final Store store;
    private final EventSink events;
    private final CancelToken cancel;
    private final OperationLog log;

    BackupOperation(
            Application app, Cluster cluster, Store store, EventSink events, CancelToken cancel, OperationLog log) {
        this.app = app;
        this.cluster = cluster;
        this.store = store;
        this.events = events;
        this.cancel = cancel;
        this.log = log;
    }

    /** Begins to write a backup. */
    @FunctionalInterface
    interface Begin {
        BackupWriter writer(Store store, String application, BackupId id, WriterOptions options);
    }

    OperationResult run(BackupId id, Begin begin) {
        Meanwhile<String> previous = Meanwhile.ask(() -> new BackupCatalog(store).previousManifestSha256(app.name()));
        ServerInfo info = log.phase("connect", cluster::prepare);
        log.talksTo(info);
        try (BackupWriter writer = begin.writer(store, app.name(), id, WriterOptions.defaults())) {
            Captured captured =
                    log.phase("capture", () -> new Capture(cluster, app, writer::add, events, cancel).run());
            log.counted(captured.counts());
            log.tell(captured.findings());
            if (!captured.isWhole()) {
                events.warning("nothing was stored: the backup would not be whole");
                return log.end();
            }
            cancel.checkpoint();
            Outcome outcome = OperationResult.outcomeOf(captured.findings());
            Manifest manifest = log.phase(
                    "store",
                    () -> writer.commit(
                            manifestInfo(info, captured, outcome, previous.answer()),
                            new Details(app.source(), captured.findings())));
            log.uses(id.value());
            events.info("backup " + id.value() + " of " + app.name() + ": " + manifest.objects() + " objects, "
                    + manifest.storedBytes() + " bytes in " + store.description());
            return log.end();
        }
    }

    private ManifestInfo manifestInfo(ServerInfo info, Captured captured, Outcome outcome, String previous) {
        List<ListedResource> lists = captured.lists().stream()
                .map(l -> new ListedResource(l.type(), l.namespace(), l.resourceVersion(), l.count()))
                .toList();
        return new ManifestInfo(
                new SourceCluster(info.server(), info.clusterUid(), info.version()),
                new Maker("k8s-protect", Version.current()),
                log.started(),
                log.clock().instant(),
                outcome,
                captured.counts(),
                lists,
                previous);
    }
}
