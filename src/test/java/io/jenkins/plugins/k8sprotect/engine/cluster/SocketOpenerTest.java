package io.jenkins.plugins.k8sprotect.engine.cluster;

import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.THEN_CLOSE;
import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketOpenerTest {
    private static final Request READ = Request.get("/a", "read a");
    private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cluster.example:6443", "[2001:db8::1]:6443"})
    void aProxyIsAskedForATunnelAndTheServerThroughIt(String server) throws IOException {
        WireServer.Script script = (connection, request, head) -> request == 1 ? ESTABLISHED : ok("hello");
        try (WireServer proxy = WireServer.plain(script);
                Transport transport = through(proxy, "http://" + server, "")) {
            assertThat(new String(transport.send(READ), StandardCharsets.US_ASCII))
                    .isEqualTo("hello");

            assertThat(proxy.heads.get(0)).isEqualTo("CONNECT " + server + " HTTP/1.1\r\nHost: " + server + "\r\n\r\n");
            assertThat(proxy.heads.get(1)).startsWith("GET /a HTTP/1.1\r\nHost: " + server + "\r\n");
        }
    }

    @Test
    void aUserOfTheProxyIsToldToTheProxyAlone() throws IOException {
        WireServer.Script script = (connection, request, head) -> request == 1 ? ESTABLISHED : ok("hello");
        try (WireServer proxy = WireServer.plain(script);
                Transport transport = through(proxy, "http://cluster.example", "user:p%40ss@")) {
            transport.send(READ);

            assertThat(proxy.heads.get(0)).contains("CONNECT cluster.example:80 HTTP/1.1\r\n");
            assertThat(proxy.heads.get(0)).contains("Proxy-Authorization: Basic dXNlcjpwQHNz\r\n");
            assertThat(proxy.heads.get(0)).doesNotContain("Bearer");
            assertThat(proxy.heads.get(1)).doesNotContain("Proxy-Authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\r\n",
                "220 mail.example ESMTP\r\n" + THEN_CLOSE,
                THEN_CLOSE
            })
    void aProxyThatGivesNoTunnelIsAnErrorWithoutItsPassword(String answer) throws IOException {
        try (WireServer proxy = WireServer.plain((connection, request, head) -> answer);
                Transport transport = through(proxy, "https://cluster.example", "user:hunter2@")) {
            assertThatThrownBy(() -> transport.send(READ))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("the proxy 127.0.0.1")
                    .hasMessageNotContaining("hunter2");
            assertThat(proxy.heads).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:hunter2@cluster.example", "https://cluster_1:6443",
                "https://cluster.example?hunter2=x", "https://hunter2 x"
            })
    void aServerThatCannotBeAskedIsRefused(String server) {
        assertThatThrownBy(() -> new Transport(access("server: \"" + server + "\"")))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageStartingWith("server of the kubeconfig")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"socks5://user:hunter2@p.example", "https://user:hunter2@p.example", "http://user:hunter2@p x"})
    void aProxyThatCannotBeAskedIsRefused(String proxy) {
        assertThatThrownBy(() -> new Transport(access("server: \"https://c.example\", proxy-url: \"" + proxy + "\"")))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageStartingWith("proxy-url of the kubeconfig")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aPathOfTheServerPrecedesThatOfTheRequest() throws IOException {
        try (WireServer server = WireServer.plain((connection, request, head) -> ok(""));
                Transport transport =
                        new Transport(access("server: \"http://127.0.0.1:" + server.port() + "/k8s/clusters/c-1/\""))) {
            transport.send(READ);

            assertThat(server.heads.get(0)).startsWith("GET /k8s/clusters/c-1/a HTTP/1.1\r\n");
        }
    }

    private Transport through(WireServer proxy, String server, String user) {
        return new Transport(
                access("server: \"" + server + "\", proxy-url: \"http://" + user + "127.0.0.1:" + proxy.port() + "\""));
    }

    private ClusterAccess access(String cluster) {
        return WireServer.access(folder, cluster, "token: t");
    }
}
