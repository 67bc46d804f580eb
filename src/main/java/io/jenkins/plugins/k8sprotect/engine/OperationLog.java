package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.cluster.ServerInfo;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Collects what becomes the result of one operation. Used by one thread. */
final class OperationLog {
    private final String operation;
    private final String application;
    private final Clock clock;
    private final EventSink events;
    private final Instant started;
    private final List<Timing> timings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private List<KindCount> counts = List.of();
    private String backupId = "";
    private ServerInfo server = new ServerInfo("", "", "", "");

    OperationLog(String operation, String application, Clock clock, EventSink events) {
        this.operation = operation;
        this.application = application;
        this.clock = clock;
        this.events = events;
        this.started = clock.instant();
    }

    /** Does a phase and takes its time. */
    <T> T phase(String name, Supplier<T> work) {
        Instant begun = clock.instant();
        try {
            return work.get();
        } finally {
            timings.add(
                    new Timing(name, Duration.between(begun, clock.instant()).toMillis()));
        }
    }

    void uses(String id) {
        backupId = id;
    }

    void talksTo(ServerInfo info) {
        server = info;
        events.info("cluster " + info.server() + " (" + info.version() + "), as "
                + (info.identity().isEmpty() ? "an identity that the server does not tell" : info.identity()));
    }

    void counted(List<KindCount> all) {
        counts = all;
    }

    void tell(Collection<Finding> more) {
        findings.addAll(more);
    }

    Instant started() {
        return started;
    }

    Clock clock() {
        return clock;
    }

    List<Finding> findings() {
        return findings.stream().sorted().toList();
    }

    /** The result, no better than the findings allow. */
    OperationResult end() {
        return end(OperationResult.outcomeOf(findings));
    }

    OperationResult end(Outcome outcome) {
        return new OperationResult(
                operation,
                application,
                backupId,
                outcome,
                started,
                Duration.between(started, clock.instant()).toMillis(),
                server.identity(),
                server.server(),
                counts,
                findings,
                timings);
    }
}
