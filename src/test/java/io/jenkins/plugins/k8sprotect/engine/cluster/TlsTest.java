package io.jenkins.plugins.k8sprotect.engine.cluster;

import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final Request READ = Request.get("/a", "read a");

    @TempDir
    static Path folder;

    private static TestCertificate here;
    private static TestCertificate elsewhere;
    private static WireServer server;
    private static WireServer impostor;

    @BeforeAll
    static void start() throws Exception {
        here = TestCertificate.of(folder, "ip:127.0.0.1,dns:localhost");
        elsewhere = TestCertificate.of(folder, "dns:other.example");
        server = WireServer.tls(
                here.server(),
                (connection, request, head) -> head.startsWith("GET /hang") ? WireServer.HANG : ok("hello"));
        impostor = WireServer.tls(elsewhere.server(), (connection, request, head) -> ok("impostor"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        impostor.close();
    }

    @Test
    void aServerOfTheNamedAuthorityIsAskedOverOneConnection() throws Exception {
        int before = server.accepted();
        try (Transport transport = transport(server, trusting(here))) {
            for (int i = 0; i < 20; i++) {
                assertThat(text(transport)).isEqualTo("hello");
            }
        }
        assertThat(server.accepted() - before).isEqualTo(1);
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        refused(impostor, trusting(elsewhere)).hasMessageContaining("matching IP address 127.0.0.1");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        refused(server, trusting(elsewhere)).hasMessageContaining("did not answer");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        refused(server, "").hasMessageContaining("did not answer");
    }

    @Test
    void tlsServerNameIsTheNameThatCounts() throws Exception {
        try (Transport transport = transport(impostor, trusting(elsewhere) + ", tls-server-name: other.example")) {
            assertThat(text(transport)).isEqualTo("impostor");
        }
        refused(server, trusting(here) + ", tls-server-name: other.example").hasMessageContaining("other.example");
    }

    @Test
    void onlyWhereTheKubeconfigSaysSoNothingIsVerified() {
        try (Transport transport = transport(impostor, ", insecure-skip-tls-verify: true")) {
            assertThat(text(transport)).isEqualTo("impostor");
        }
    }

    @Test
    void aStopEndsAReadThatHangs() throws Exception {
        CancelToken cancel = new CancelToken();
        try (Transport transport = new Transport(access(server, trusting(here)), cancel)) {
            CompletableFuture<byte[]> read =
                    CompletableFuture.supplyAsync(() -> transport.send(Request.get("/hang", "read")));
            server.hanging.await();

            cancel.cancel("Ctrl-C");

            assertThatThrownBy(() -> read.get(10, TimeUnit.SECONDS))
                    .isInstanceOfAny(ExecutionException.class, CancellationException.class)
                    .hasMessageContaining("Ctrl-C");
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            WireServer server, String more) {
        try (Transport transport = transport(server, more)) {
            return assertThatThrownBy(() -> text(transport)).isInstanceOf(ApiException.class);
        }
    }

    private static String trusting(TestCertificate authority) throws Exception {
        return ", certificate-authority-data: " + authority.authorityData();
    }

    private static Transport transport(WireServer server, String more) {
        return new Transport(access(server, more));
    }

    private static ClusterAccess access(WireServer server, String more) {
        return WireServer.access(folder, "server: \"https://127.0.0.1:" + server.port() + "\"" + more, "token: t");
    }

    private static String text(Transport transport) {
        return new String(transport.send(READ), StandardCharsets.US_ASCII);
    }
}
