package io.jenkins.plugins.k8sprotect.engine.cluster;

import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.event.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
    private static final String CLUSTER = "server: \"https://c.example\"";
    private static final String REFUSED = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
    private static final Request READ = Request.get("/a", "read a");

    @TempDir
    Path folder;

    @Test
    void aTokenComesBeforeAPassword() {
        assertThat(fields("token: t, username: u, password: p")).isEqualTo("Authorization: Bearer t\r\n");
        assertThat(fields("username: u, password: p")).isEqualTo("Authorization: Basic dTpw\r\n");
        assertThat(fields("")).isEmpty();
    }

    @Test
    void whoIsImpersonatedIsSaidAndNeverPassedOver() {
        assertThat(fields("token: t, as: jane, as-groups: [dev, ops]"))
                .isEqualTo("Authorization: Bearer t\r\nImpersonate-User: jane\r\n"
                        + "Impersonate-Group: dev\r\nImpersonate-Group: ops\r\n");
        assertThatThrownBy(() -> fields("token: t, as: jane, as-uid: '7'"))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageContaining("as-uid");
        assertThatThrownBy(() -> fields("token: t, as: jane, as-user-extra: {scopes: [view]}"))
                .isInstanceOf(InvalidAccess.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX: y", "a\\nb", "a\\u0000b", "a\\tb"})
    void aTokenCannotWriteAHeaderField(String token) {
        assertThatThrownBy(() -> fields("token: \"" + token + "\""))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageContaining("Authorization")
                .hasMessageNotContaining("X: y");
    }

    @Test
    void whoWasRefusedWithAnOldCredentialUsesTheOneThatIsThereNow() {
        Credential credential = new Credential(WireServer.access(folder, CLUSTER, "token: old"));
        String old = credential.fields();

        assertThat(credential.renew(old)).isFalse();
        WireServer.access(folder, CLUSTER, "token: new");
        assertThat(credential.renew(old)).isTrue();
        assertThat(credential.renew(old)).isTrue();
        assertThat(credential.renew(credential.fields())).isFalse();
        assertThat(credential.fields()).isEqualTo("Authorization: Bearer new\r\n");
    }

    @Test
    void anExecPluginRunsOnceForAllWhoWereRefusedTogether() throws IOException {
        CyclicBarrier four = new CyclicBarrier(4);
        try (WireServer server = WireServer.plain((connection, request, head) -> {
                    if (head.contains("Bearer run-1\r\n")) {
                        await(four);
                        return REFUSED;
                    }
                    return ok("");
                });
                Transport transport = new Transport(plugin(server))) {
            assertThat(runs()).isEqualTo(1);
            Parallel.run(List.of(1, 2, 3, 4), 4, "test", i -> transport.send(READ));

            assertThat(runs()).isEqualTo(2);
            assertThat(server.heads).hasSize(8);
        }
    }

    @Test
    void aRenewedCredentialThatIsRefusedTooIsNotRenewedAgain() throws IOException {
        try (WireServer server = WireServer.plain((connection, request, head) -> REFUSED);
                Transport transport = new Transport(plugin(server))) {
            assertThatThrownBy(() -> transport.send(READ))
                    .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.isUnauthorized())
                            .isTrue());

            assertThat(runs()).isEqualTo(2);
            assertThat(server.heads).hasSize(2);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    private ClusterAccess plugin(WireServer server) throws IOException {
        Path script = folder.resolve("plugin");
        Files.writeString(script, """
                #!/bin/sh
                echo >> "$(dirname "$0")/runs"
                n=$(wc -l < "$(dirname "$0")/runs" | tr -d ' ')
                echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"run-'$n'"}}'
                """);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return WireServer.access(
                folder,
                "server: \"http://127.0.0.1:" + server.port() + "\"",
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: \"" + script
                        + "\", interactiveMode: Never}");
    }

    private int runs() throws IOException {
        return Files.readAllLines(folder.resolve("runs")).size();
    }

    private String fields(String user) {
        return new Credential(WireServer.access(folder, CLUSTER, user)).fields();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
