package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.cluster.ExecResult.End;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said on the wire while a command runs, byte for byte. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecTest {
    private static final ExecRequest SYNC = new ExecRequest("shop", "db-0", "db", List.of("sync", "-f", "a b&c=ü"));

    @TempDir
    Path folder;

    private final CancelToken cancel = new CancelToken();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final ExecOutput output = new ExecOutput() {
        @Override
        public void stdout(byte[] buffer, int length) {
            out.write(buffer, 0, length);
        }

        @Override
        public void stderr(byte[] buffer, int length) {
            err.write(buffer, 0, length);
        }
    };

    private ExecResult exec(ExecServer.Talk talk) throws IOException {
        try (ExecServer server = new ExecServer(Exec.V5, talk)) {
            return exec(server.access(folder), Duration.ofMinutes(1));
        }
    }

    private ExecResult exec(ClusterAccess access, Duration timeout) {
        try (Cluster cluster = Cluster.connect(access, cancel)) {
            return cluster.exec(SYNC, output, Deadline.after(Clock.systemUTC(), timeout));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Exec.V5, Exec.V4})
    void bothOutputsAndTheExitCodeComeByTheirChannels(String protocol) throws IOException {
        try (ExecServer server = new ExecServer(protocol, peer -> {
            peer.message(1, "");
            peer.message(1, "out ");
            peer.message(2, "wrong");
            peer.message(1, "more");
            peer.success();
            peer.close(1000);
        })) {
            ExecResult result = exec(server.access(folder), Duration.ofMinutes(1));

            assertThat(result).isEqualTo(new ExecResult(End.EXITED, 0, ""));
            assertThat(out).hasToString("out more");
            assertThat(err).hasToString("wrong");
        }
    }

    @Test
    void theRequestNamesTheCommandAndOffersBothProtocols() throws IOException {
        try (ExecServer server = new ExecServer(Exec.V5, ExecServer.Peer::success)) {
            exec(server.access(folder), Duration.ofMinutes(1));

            assertThat(server.heads.get(0))
                    .startsWith("GET /api/v1/namespaces/shop/pods/db-0/exec?stdout=true&stderr=true&container=db"
                            + "&command=sync&command=-f&command=a%20b%26c%3D%C3%BC HTTP/1.1\r\n")
                    .contains("Authorization: Bearer t\r\n", "Upgrade: websocket\r\n", "Sec-WebSocket-Version: 13\r\n")
                    .contains("Sec-WebSocket-Protocol: v5.channel.k8s.io, v4.channel.k8s.io\r\n");
        }
    }

    @Test
    void aMessageMayComeInFramesWithPingsBetweenThem() throws Exception {
        LinkedBlockingQueue<ExecServer.Received> received = new LinkedBlockingQueue<>();

        ExecResult result = exec(peer -> {
            peer.raw(ExecServer.frame(0x02, 1, "a".getBytes(StandardCharsets.UTF_8)));
            peer.raw(ExecServer.frame(0x89, -1, "are you there".getBytes(StandardCharsets.UTF_8)));
            received.add(peer.receive());
            peer.raw(ExecServer.frame(0x00, -1, new byte[0]));
            peer.raw(ExecServer.frame(0x80, -1, "b".getBytes(StandardCharsets.UTF_8)));
            peer.success();
            peer.close(1000);
            received.add(peer.receive());
        });

        assertThat(result.succeeded()).isTrue();
        assertThat(out).hasToString("ab");
        ExecServer.Received pong = received.take();
        assertThat(pong.opcode()).isEqualTo(0xA);
        assertThat(pong.masked()).isTrue();
        assertThat(pong.payload()).asString().isEqualTo("are you there");
        assertThat(received.take().opcode()).as("the closing is answered").isEqualTo(0x8);
    }

    @ParameterizedTest
    @ValueSource(ints = {124, 125, 126, 65_534, 65_535, 65_536, 3_000_000})
    void aMessageMayBeOfAnyLength(int length) throws IOException {
        exec(peer -> {
            peer.message(1, "x".repeat(length));
            peer.success();
        });

        assertThat(out.size()).isEqualTo(length);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void whatTheServerSaysOfTheEndIsToldApart(String status, End end, int exitCode, String said) throws IOException {
        ExecResult result = exec(peer -> peer.status(status));

        assertThat(result.end()).isEqualTo(end);
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.message()).contains(said);
    }

    static Stream<Arguments> statuses() {
        String exit = "{'status':'Failure','reason':'NonZeroExitCode','message':'command terminated',"
                + "'details':{'causes':[{'reason':'ExitCode','message':'%s'}]}}";
        String internal = "{'status':'Failure','reason':'InternalError','code':500,'message':'%s'}";
        return Stream.of(
                Arguments.of("{'status':'Success'}", End.EXITED, 0, ""),
                Arguments.of(exit.formatted("3"), End.EXITED, 3, "exit code 3"),
                Arguments.of(exit.formatted("137"), End.EXITED, 137, "exit code 137"),
                Arguments.of(exit.formatted("x"), End.UNKNOWN, -1, "not known"),
                Arguments.of(
                        internal.formatted("unable to upgrade connection: container not found (db)"),
                        End.CONTAINER_NOT_FOUND,
                        -1,
                        "container not found"),
                Arguments.of(
                        internal.formatted("error executing command: failed to start exec 17: OCI runtime exec failed"),
                        End.NOT_STARTED,
                        -1,
                        "could not be started"),
                Arguments.of(internal.formatted("unexpected EOF"), End.UNKNOWN, -1, "may still run"),
                Arguments.of("no JSON", End.UNKNOWN, -1, "form that is not known"),
                Arguments.of("{'x':'" + "y".repeat(70_000) + "'}", End.UNKNOWN, -1, "form that is not known"));
    }

    @Test
    void aConnectionThatBreaksLeavesTheResultUnknown() throws IOException {
        ExecResult result = exec(peer -> peer.message(1, "begun"));

        assertThat(result.end()).isEqualTo(End.UNKNOWN);
        assertThat(result.message()).contains("whether it still runs", "closed the connection");
        assertThat(out).hasToString("begun");
    }

    @Test
    void aRegularEndWithoutAResultLeavesItUnknown() throws IOException {
        ExecResult result = exec(peer -> {
            peer.message(1, "begun");
            peer.close(1001);
        });

        assertThat(result.end()).isEqualTo(End.UNKNOWN);
        assertThat(result.message()).contains("closed the connection with code 1001");
    }

    @ParameterizedTest
    @CsvSource({
        "'c1 00',                an extension that nobody asked for",
        "'83 00',                an unknown frame",
        "'82 81 00 00 00 00 01', a masked frame from a server",
        "'80 00',                a continuation of nothing",
        "'02 01 01 82 01 01',    a message within another",
        "'09 00',                a control frame that is too long",
        "'89 7e 00 7e',          a control frame that is too long",
        "'82 7f ff 00 00 00 00 00 00 00', a length that does not exist"
    })
    void whatIsNoWebSocketEndsItWithTheResultUnknown(String hex, String said) throws IOException {
        ExecResult result = exec(peer -> {
            for (String octet : hex.split(" ")) {
                peer.raw(new byte[] {(byte) Integer.parseInt(octet, 16)});
            }
            peer.awaitEnd();
        });

        assertThat(result.end()).isEqualTo(End.UNKNOWN);
        assertThat(result.message()).contains("not WebSocket: " + said);
    }

    @Test
    void aMessageThatBreaksOffIsNoResult() throws IOException {
        ExecResult result = exec(peer -> peer.raw(new byte[] {(byte) 0x82, 100, 3, '{'}));

        assertThat(result.end()).isEqualTo(End.UNKNOWN);
    }

    @Test
    void aResultCountsThoughTheServerNeverCloses() throws IOException {
        ExecResult result = exec(peer -> {
            peer.success();
            peer.awaitEnd();
        });

        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void theDeadlineEndsAQuietCommand() throws IOException {
        try (ExecServer server = new ExecServer(Exec.V5, ExecServer.Peer::awaitEnd)) {
            ExecResult result = exec(server.access(folder), Duration.ofSeconds(1));

            assertThat(result.end()).isEqualTo(End.DEADLINE);
            assertThat(result.message()).contains("may still run");
        }
    }

    @Test
    void theDeadlineEndsACommandThatNeverStopsWriting() throws IOException {
        try (ExecServer server = new ExecServer(Exec.V5, peer -> {
            while (true) {
                peer.message(1, "y\n".repeat(10_000));
            }
        })) {
            ExecResult result = exec(server.access(folder), Duration.ofSeconds(1));

            assertThat(result.end()).isEqualTo(End.DEADLINE);
        }
    }

    @Test
    void theDeadlineEndsAHandshakeThatHangs() throws IOException {
        try (WireServer server = WireServer.plain((connection, request, head) -> WireServer.HANG)) {
            ExecResult result = exec(server.access(folder), Duration.ofSeconds(1));

            assertThat(result.end()).isEqualTo(End.DEADLINE);
        }
    }

    @Test
    void afterTheDeadlineNothingIsBegun() throws IOException {
        try (WireServer server = WireServer.plain((connection, request, head) -> WireServer.HANG)) {
            ExecResult result = exec(server.access(folder), Duration.ZERO);

            assertThat(result.message()).isEqualTo("time was up before the command was begun");
            assertThat(server.accepted()).isZero();
        }
    }

    @Test
    void aStopEndsTheWaitingAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecServer server = new ExecServer(Exec.V5, peer -> {
            begun.countDown();
            peer.awaitEnd();
        })) {
            ClusterAccess access = server.access(folder);
            CompletableFuture<ExecResult> result =
                    CompletableFuture.supplyAsync(() -> exec(access, Duration.ofMinutes(1)));
            begun.await();

            cancel.cancel("abort");

            assertThat(result.get(5, TimeUnit.SECONDS).end()).isEqualTo(End.STOPPED);
            assertThat(exec(access, Duration.ofMinutes(1)).message())
                    .isEqualTo("stopped on request before the command was begun");
        }
    }

    @Test
    void aTimeLimitOfTheCallerIsADeadlineAndNoStop() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecServer server = new ExecServer(Exec.V5, peer -> {
            begun.countDown();
            peer.awaitEnd();
        })) {
            ClusterAccess access = server.access(folder);
            CompletableFuture<ExecResult> result =
                    CompletableFuture.supplyAsync(() -> exec(access, Duration.ofMinutes(1)));
            begun.await();

            cancel.expire("not done within a minute");

            assertThat(result.get(5, TimeUnit.SECONDS).end()).isEqualTo(End.DEADLINE);
            assertThat(exec(access, Duration.ofMinutes(1)).end()).isEqualTo(End.DEADLINE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, NotFound, 'pods \"db-0\" not found', POD_GONE",
        "400, BadRequest, 'container db is not valid for pod db-0', CONTAINER_NOT_FOUND",
        "500, InternalError, 'unable to upgrade connection: container not found (\"db\")', CONTAINER_NOT_FOUND"
    })
    void aRefusalSaysWhatIsMissing(int code, String reason, String message, End end) throws IOException {
        try (WireServer server = refusing(code, reason, message)) {
            ExecResult result = exec(server.access(folder), Duration.ofMinutes(1));

            assertThat(result.end()).isEqualTo(end);
            assertThat(result.message()).contains(message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden, 'pods \"db-0\" is forbidden: User \"ci\" cannot get resource \"pods/exec\"'",
        "400, BadRequest, 'unable to upgrade'",
        "500, InternalError, 'error dialing backend: connection refused'",
        "429, TooManyRequests, 'too many requests'"
    })
    void anyOtherRefusalIsAnError(int code, String reason, String message) throws IOException {
        try (WireServer server = refusing(code, reason, message)) {
            ClusterAccess access = server.access(folder);

            assertThatThrownBy(() -> exec(access, Duration.ofMinutes(1)))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("run a command in pods/db-0, container db, in namespace shop")
                    .hasMessageContaining(message);
        }
    }

    private static WireServer refusing(int code, String reason, String message) {
        String status = "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":" + code + ",\"reason\":\"" + reason
                + "\",\"message\":\"" + message.replace("\"", "\\\"") + "\"}";
        return WireServer.plain((connection, request, head) ->
                "HTTP/1.1 " + code + " No\r\nContent-Length: " + status.length() + "\r\n\r\n" + status);
    }

    @Test
    void aServerThatChoosesNoneOfTheProtocolsIsRefused() throws IOException {
        try (ExecServer server = new ExecServer("chat", ExecServer.Peer::awaitEnd)) {
            ClusterAccess access = server.access(folder);

            assertThatThrownBy(() -> exec(access, Duration.ofMinutes(1)))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("none of the protocols v5.channel.k8s.io, v4.channel.k8s.io");
        }
    }

    @Test
    void anAnswerThatIsNoAnswerToOurHandshakeIsRefused() throws IOException {
        String other = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: bm8=\r\n\r\n";
        try (WireServer server = WireServer.plain((connection, request, head) -> other)) {
            ExecResult result = exec(server.access(folder), Duration.ofMinutes(1));

            assertThat(result.end()).isEqualTo(End.UNKNOWN);
            assertThat(result.message()).contains("a protocol that is not WebSocket");
        }
    }

    @Test
    void aServerThatCannotBeReachedBeganNothing() {
        ClusterAccess nobody = WireServer.access(folder, "server: \"http://127.0.0.1:1\"", "token: t");

        assertThatThrownBy(() -> exec(nobody, Duration.ofMinutes(1)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("did not answer");
    }

    @Test
    void aCredentialThatIsRefusedIsRenewed() throws IOException {
        byte[] success = ExecServer.frame(0x82, 3, "{\"status\":\"Success\"}".getBytes(StandardCharsets.UTF_8));
        try (WireServer server = WireServer.plain((connection, request, head) -> head.contains("Bearer second")
                ? "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: " + Exec.V5
                        + "\r\nSec-WebSocket-Accept: "
                        + Handshake.acceptOf(ExecServer.field(head, "Sec-WebSocket-Key"))
                        + "\r\n\r\n" + new String(success, StandardCharsets.ISO_8859_1) + WireServer.THEN_CLOSE
                : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")) {
            ClusterAccess access = server.access(folder);
            WireServer.access(folder, "server: \"http://127.0.0.1:" + server.port() + "\"", "token: second");

            assertThat(exec(access, Duration.ofMinutes(1)).succeeded()).isTrue();
            assertThat(server.heads).hasSize(2);
        }
    }

    @Test
    void theCommandIsInNoMessage() {
        assertThat(SYNC.toString()).contains("db-0").doesNotContain("sync", "a b&c");
    }

    @Test
    void theAnswerToAKeyIsThatOfTheSpecification() {
        assertThat(Handshake.acceptOf("dGhlIHNhbXBsZSBub25jZQ==")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
}
