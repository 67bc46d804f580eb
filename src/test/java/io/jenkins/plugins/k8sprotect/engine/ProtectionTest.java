package io.jenkins.plugins.k8sprotect.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.hook.ApplyAction;
import io.jenkins.plugins.k8sprotect.engine.hook.ExecAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOutcome;
import io.jenkins.plugins.k8sprotect.engine.hook.Target;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProtectionTest {
    private static final Application SHOP = ApplicationParser.parse(
            "apiVersion: protect.k8s.jenkins.io/v1\nkind: Application\nmetadata: {name: shop}\nspec: {namespaces: [shop]}\n",
            "test");

    private static final ExecAction SYNC = new ExecAction("app=db", "", "", List.of("sync"), Target.ALL);

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
}
