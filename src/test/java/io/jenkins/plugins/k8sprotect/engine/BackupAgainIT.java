package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static io.jenkins.plugins.k8sprotect.engine.Engine.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.FaultyStore;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoredObject;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that was cut off is made again under its id, by whoever comes next, and only once. */
class BackupAgainIT {
    private static final Application SHOP = Shop.definition();

    private final TestCluster cluster = Clusters.source();
    private final BackupId id = BackupId.next(Clock.systemUTC());

    @TempDir
    Path directory;

    @BeforeEach
    void deploy() {
        Shop.deploy(cluster);
    }

    @Test
    void one_that_was_stopped_half_way_is_made_under_the_same_id() {
        Store store = Engine.directory(directory);
        OperationResult stopped = backup(store, token -> token.cancel("the agent is shut down"));

        assertThat(stopped.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(stopped.backupId()).isEmpty();
        assertThat(store.list("", "", 10).objects()).isEmpty();

        makeAgain(store);
    }

    @Test
    void one_whose_process_died_is_made_under_the_same_id_in_s3_too() {
        Store store = Engine.s3();
        // By then the last files are being stored, and nothing is removed any more.
        OperationResult died = backup(new FaultyStore(store, 9, true), token -> {});

        assertThat(died.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(store.list(SHOP.name() + "/" + id + "/", "", 10).objects())
                .extracting(StoredObject::key)
                .anyMatch(key -> key.contains("/resources-"))
                .noneMatch(key -> key.endsWith("/manifest.json"));

        makeAgain(store);
    }

    @Test
    void one_whose_time_is_up_fails_and_leaves_nothing() {
        Store store = Engine.directory(directory);
        OperationResult late = backup(store, token -> token.expire("not done within 1 s"));

        assertThat(late.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(late)).containsExactly("deadline");
        assertThat(store.list("", "", 10).objects()).isEmpty();
    }

    @Test
    void a_restore_whose_time_is_up_fails_and_says_what_was_done() {
        Store store = Engine.directory(directory);
        assertDone(backup(store, token -> {}));
        Shop.destroy(cluster);

        CancelToken cancel = new CancelToken();
        OperationResult late = new Protection(
                        at("restore", () -> cancel.expire("not done within 1 s")), cancel, Clock.systemUTC())
                .restore(BackupReference.latest(SHOP.name()), store, access(), RestoreOptions.defaults())
                .result();

        assertThat(late.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(late)).contains("deadline").doesNotContain("stopped");
        assertThat(late.totals().get("created")).isPositive();
    }

    private void makeAgain(Store store) {
        OperationResult made = assertDone(backup(store, token -> {}));
        OperationResult again = backup(store, token -> {});

        assertThat(made.backupId()).isEqualTo(id.value());
        assertThat(codes(made)).doesNotContain("already-made");
        assertThat(codes(again)).contains("already-made");
        assertThat(again.counts()).isEqualTo(made.counts());
        assertThat(again.outcome()).isEqualTo(made.outcome());
        assertThat(again.findings()).containsAll(made.findings());
        OperationResult verified = new Protection(EventSink.NONE, new CancelToken(), Clock.systemUTC())
                .verify(BackupReference.latest(SHOP.name()), store);
        assertThat(verified.findings()).extracting(Finding::code).isEmpty();
        assertThat(verified.backupId()).isEqualTo(id.value());
    }

    /** @param half what happens in the middle of the capture */
    private OperationResult backup(Store store, Consumer<CancelToken> half) {
        CancelToken cancel = new CancelToken();
        return new Protection(at("capture", () -> half.accept(cancel)), cancel, Clock.systemUTC())
                .backup(SHOP, access(), store, id);
    }

    private static EventSink at(String phase, Runnable action) {
        return event -> {
            if (event instanceof Event.Progress progress && progress.phase().equals(phase) && progress.done() >= 3) {
                action.run();
            }
        };
    }

    /** As a step gives it to an agent. */
    private ClusterAccess access() {
        try {
            String text = Files.readString(cluster.kubeconfig());
            return new ClusterLogin.Kubeconfig("shop", text, null, List.of()).access();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
