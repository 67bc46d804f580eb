package io.jenkins.plugins.k8sprotect.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupWriter;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Maker;
import io.jenkins.plugins.k8sprotect.engine.archive.Manifest;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.archive.SourceCluster;
import io.jenkins.plugins.k8sprotect.engine.archive.WriterOptions;
import io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.hook.ApplyAction;
import io.jenkins.plugins.k8sprotect.engine.hook.ExecAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOutcome;
import io.jenkins.plugins.k8sprotect.engine.hook.Target;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.FaultyStore;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProtectionTest {
    private static final Application SHOP = ApplicationParser.parse(
            "apiVersion: protect.k8s.jenkins.io/v1\nkind: Application\nmetadata: {name: shop}\nspec: {namespaces: [shop]}\n",
            "test");

    private static final ExecAction SYNC = new ExecAction("app=db", "", "", List.of("sync"), Target.ALL);
    private static final BackupId ID = BackupId.parse("20261122T153045Z-3f9c1a");

    @RegisterExtension
    static final FakeServer SERVER = new FakeServer();

    @TempDir
    Path folder;

    private final CancelToken cancel = new CancelToken();
    private final Protection protection = new Protection(EventSink.NONE, cancel, Clock.systemUTC());
    private Store store;

    @BeforeEach
    void open() {
        store = Stores.open(StoreUrl.parse(folder.toUri().toString()), null);
    }

    @Test
    void somethingElseAtTheAddressIsAFailedResultAndNoException() {
        SERVER.http().stubFor(any(urlMatching(".*")).willReturn(ok("<html>Please log in</html>")));

        OperationResult result = protection.backup(SHOP, SERVER.access(), store);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.findings()).extracting(Finding::code).containsExactly("cluster");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBackupThatIsNotThereIsAFailedResultAndNoException() {
        RestoreOutcome outcome =
                protection.restore(BackupReference.latest("shop"), store, SERVER.access(), RestoreOptions.defaults());

        assertThat(outcome.result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.plan().steps()).isEmpty();
        assertThat(protection.verify(BackupReference.latest("shop"), store).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void aHookOfAClusterThatIsNoneIsAFailedResultAndNoException() {
        SERVER.http().stubFor(any(urlMatching(".*")).willReturn(ok("<html>Please log in, s3cret</html>")));

        HookOutcome outcome = protection.hook("", "shop", SYNC, SERVER.access(), HookOptions.defaults());

        assertThat(outcome.result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.result().findings()).extracting(Finding::code).containsExactly("cluster");
        assertThat(outcome.runs()).isEmpty();
    }

    @Test
    void whatAHookIsAskedForWronglyIsToldBeforeAnyRequest() {
        ApplyAction broken = new ApplyAction("kind: [", "policy.yaml", false);

        assertThatThrownBy(() -> protection.hook("", " ", SYNC, SERVER.access(), HookOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("namespace");
        assertThatThrownBy(() -> protection.hook("", "shop", broken, SERVER.access(), HookOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policy.yaml:1");
        assertThat(SERVER.http().getAllServeEvents()).isEmpty();
    }

    @Test
    void aStopIsAnAbortedResultAndNoException() {
        SERVER.http().stubFor(get("/version").willReturn(ok("{}")));
        cancel.cancel("Ctrl-C");

        OperationResult result = protection.backup(SHOP, SERVER.access(), store);

        assertThat(result.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(result.findings().get(0).message()).contains("Ctrl-C");
    }

    @Test
    void timeThatIsUpIsAFailureAndNoRequestToStop() {
        SERVER.http().stubFor(get("/version").willReturn(ok("{}")));
        cancel.expire("not done within 30 minutes");

        OperationResult result = protection.backup(SHOP, SERVER.access(), store);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.findings()).extracting(Finding::code).containsExactly("deadline");
        assertThat(result.findings().get(0).message()).isEqualTo("time was up: not done within 30 minutes");
    }

    @Test
    void aBackupThatIsThereIsNotMadeAgainAndTheClusterNotAsked() {
        Manifest made = write(ID);

        OperationResult result = protection.backup(SHOP, SERVER.access(), store, ID);

        assertThat(SERVER.http().getAllServeEvents()).isEmpty();
        assertThat(result.backupId()).isEqualTo(ID.value());
        assertThat(result.outcome()).isEqualTo(Outcome.WARNING);
        assertThat(result.started()).isEqualTo(made.info().started());
        assertThat(result.durationMillis()).isEqualTo(2_000);
        assertThat(result.cluster()).isEqualTo("https://cluster.example");
        assertThat(result.totals()).isEqualTo(Map.of("captured", 2L));
        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactly("secrets-not-encrypted", "already-made");
        assertThat(result.findings(Finding.Severity.EXPECTED))
                .extracting(Finding::code)
                .containsExactly("already-made");
    }

    @Test
    void aStoreThatCannotTellWhetherItIsThereIsAFailedResult() {
        OperationResult result = protection.backup(SHOP, SERVER.access(), new FaultyStore(store, 0, false), ID);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.findings()).extracting(Finding::code).containsExactly("store");
        assertThat(SERVER.http().getAllServeEvents()).isEmpty();
    }

    @Test
    void latestMeansOneBackupAndItsManifestCanBeKept() {
        write(ID);
        Manifest newest = write(BackupId.parse("20261122T153046Z-000000"));

        BackupId latest = Protection.resolve(BackupReference.latest("shop"), store);

        assertThat(latest).isEqualTo(newest.id());
        assertThat(Protection.resolve(new BackupReference("shop", ID.value()), store))
                .isEqualTo(ID);
        assertThat(new String(new BackupCatalog(store).manifest("shop", latest), UTF_8))
                .contains("\"id\" : \"" + latest + "\"");
        assertThatThrownBy(() -> Protection.resolve(BackupReference.latest("shop-2"), store))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("no backup of shop-2 that did not fail")
                .hasMessageContaining("backups of shop");
        assertThatThrownBy(() -> new BackupCatalog(store).manifest("shop-2", ID))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("there is no backup " + ID + " of shop-2");
    }

    private Manifest write(BackupId id) {
        ManifestInfo info = new ManifestInfo(
                new SourceCluster("https://cluster.example", "uid", "v1.36.3"),
                new Maker("k8s-protect", "1"),
                id.time(),
                id.time().plusSeconds(2),
                Outcome.WARNING,
                List.of(new KindCount(GroupKind.core("Secret"), "captured", 2)),
                List.of(),
                "");
        Details details = new Details("", List.of(Finding.attention("secrets-not-encrypted", null, "2 Secrets")));
        try (BackupWriter writer = BackupWriter.begin(store, "shop", id, WriterOptions.defaults())) {
            return writer.commit(info, details);
        }
    }
}
