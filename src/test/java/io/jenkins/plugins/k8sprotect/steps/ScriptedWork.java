package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/** Work that a test wrote, which it finds by its name wherever it arrives. */
final class ScriptedWork extends EngineWork {
    private static final long serialVersionUID = 1;
    private static final Map<String, Script> SCRIPTS = new ConcurrentHashMap<>();

    private final String script;
    private final String backupId;

    /** What it does. */
    interface Script {
        Answer perform(String backupId, EventSink events, CancelToken cancel) throws Exception;
    }

    ScriptedWork(String script, String backupId, ClusterLogin cluster, StoreLogin storage) {
        super(cluster, storage);
        this.script = script;
        this.backupId = backupId;
    }

    static void script(String name, Script script) {
        SCRIPTS.put(name, script);
    }

    @Override
    Answer perform(EventSink events, CancelToken cancel) {
        try {
            return SCRIPTS.get(script).perform(backupId, events, cancel);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs until it is told to stop; what it had done by then is told. */
    static Answer untilStopped(String backupId, CancelToken cancel) throws InterruptedException {
        while (true) {
            try {
                cancel.checkpoint();
                Thread.sleep(5);
            } catch (CancellationException e) {
                return Answer.done(result(
                        backupId, Outcome.ABORTED, Finding.failure("stopped", null, "stopped: " + e.getMessage())));
            }
        }
    }

    static OperationResult result(String backupId, Outcome outcome, Finding... findings) {
        return new OperationResult(
                "backup",
                "shop",
                backupId,
                outcome,
                Instant.parse("2026-11-22T12:00:00Z"),
                1500,
                "ci",
                "https://cluster",
                List.of(new KindCount(GroupKind.core("Secret"), "captured", 3)),
                List.of(findings),
                List.of());
    }
}
