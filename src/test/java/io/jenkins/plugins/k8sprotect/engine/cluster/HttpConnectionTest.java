package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpConnectionTest {
    private static final int PATIENCE = 300;

    private ServerSocket listener;
    private Socket server;
    private Socket client;
    private HttpConnection connection;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        client = new Socket(listener.getInetAddress(), listener.getLocalPort());
        server = listener.accept();
        client.setSoTimeout(PATIENCE);
        connection = new HttpConnection(client, client);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
        server.close();
        listener.close();
    }

    @Test
    void aConnectionThatIsOpenAndSilentMayBeUsed() throws IOException {
        assertThat(connection.seemsOpen()).isTrue();

        assertThat(client.getSoTimeout()).isEqualTo(PATIENCE);
        say("HTTP/1.1 204 No Content\r\n\r\n");
        assertThat(connection.readHead().status()).isEqualTo(204);
    }

    @Test
    void aConnectionThatTheServerClosedMayNot() throws IOException {
        server.close();

        assertThat(connection.seemsOpen()).isFalse();
    }

    @Test
    void aConnectionOnWhichTheServerSpokeUnaskedMayNot() throws IOException {
        say("HTTP/1.1 408 Request Timeout\r\n\r\n");
        assertThat(client.getInputStream().read()).isEqualTo('H'); // All of it is there now.

        assertThat(connection.isQuiet()).isFalse();
        assertThat(connection.seemsOpen()).isFalse();
    }

    @Test
    void aConnectionWithTlsIsLookedAtWithoutHarm(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.of(folder, "ip:127.0.0.1");
        try (WireServer tls = WireServer.tls(certificate.server(), (c, request, head) -> WireServer.ok("hello"));
                Socket raw = new Socket()) {
            ClusterAccess access = WireServer.access(
                    folder,
                    "server: \"https://127.0.0.1:" + tls.port() + "\", insecure-skip-tls-verify: true",
                    "token: t");
            HttpConnection secured = new HttpConnection(raw, new SocketOpener(access.config()).connect(raw));

            for (int i = 0; i < 3; i++) {
                secured.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII), new byte[0]);
                assertThat(secured.body(secured.readHead()).readAllBytes())
                        .asString()
                        .isEqualTo("hello");
                assertThat(secured.seemsOpen()).isTrue();
            }
            assertThat(tls.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatReadsNoMoreDoesNotHoldALargeWriteForEver() {
        assertThatThrownBy(() -> connection.send(new byte[100], new byte[64 << 20]))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLargeBodyThatIsReadArrivesWhole() throws Exception {
        CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> {
            try {
                return server.getInputStream().readNBytes(100 + (1 << 20)).length;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });

        connection.send(new byte[100], new byte[1 << 20]);

        assertThat(read.get()).isEqualTo(100 + (1 << 20));
        assertThat(client.isClosed()).isFalse();
    }

    private void say(String text) throws IOException {
        server.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
