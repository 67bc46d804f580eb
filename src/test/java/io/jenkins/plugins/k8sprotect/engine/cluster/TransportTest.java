package io.jenkins.plugins.k8sprotect.engine.cluster;

import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.HANG_UP;
import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.THEN_CLOSE;
import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.event.Parallel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
    private static final Request READ = Request.get("/a", "read a");
    private static final Request WRITE = Request.send("POST", "/a", Request.JSON, new byte[] {'{', '}'}, "create a");

    @TempDir
    Path folder;

    private WireServer server;
    private Transport transport;

    @AfterEach
    void close() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void requestsGoOneAfterTheOtherOverOneConnection() {
        serve((connection, request, head) -> ok("answer " + request));

        IntStream.rangeClosed(1, 20).forEach(i -> assertThat(text(READ)).isEqualTo("answer " + i));
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aRequestSaysOnlyWhatIsNeeded() {
        serve((connection, request, head) -> ok(""));

        text(WRITE);

        assertThat(server.heads)
                .containsExactly(
                        "POST /a HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nUser-Agent: k8s-protect\r\n"
                                + "Accept: application/json\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                                + "Authorization: Bearer t\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nab" + THEN_CLOSE,
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"
            })
    void aConnectionThatCannotBeTrustedIsNotUsedAgain(String answer) {
        serve((connection, request, head) -> answer);

        assertThat(text(READ)).isEqualTo("ab");
        assertThat(text(READ)).isEqualTo("ab");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void anAnswerWithoutABodyEndsWithItsHead() {
        serve((connection, request, head) -> "HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(text(READ)).isEmpty();
        assertThat(text(READ)).isEmpty();
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aReadOnAConnectionThatTheServerClosedIsSentAgain() {
        serve((connection, request, head) -> connection == 1 && request == 2 ? HANG_UP : ok("answer"));

        assertThat(text(READ)).isEqualTo("answer");
        assertThat(text(READ)).isEqualTo("answer");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void aReadOnANewConnectionIsNotSentAgainAtOnce() {
        serve((connection, request, head) -> HANG_UP);

        assertThatThrownBy(() -> text(READ)).isInstanceOf(ApiException.class).hasMessageContaining("did not answer");
        assertThat(server.heads).hasSize(1);
    }

    @Test
    void aWriteIsNeverSentAgainAndTheDoubtIsTold() {
        serve((connection, request, head) -> connection == 1 && request == 2 ? HANG_UP : ok("answer"));

        assertThat(text(WRITE)).isEqualTo("answer");
        assertThatThrownBy(() -> text(WRITE))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("may have been carried out");
        assertThat(server.heads).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab" + THEN_CLOSE,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n" + THEN_CLOSE,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n\r\n2\r\nab\r\n0\r\n\r\n",
                "HTTP/1.1 500 Oops\r\nContent-Length: 9\r\n\r\nab" + THEN_CLOSE,
                "<html>" + THEN_CLOSE
            })
    void anAnswerThatBreaksIsAnErrorAndItsConnectionIsGone(String answer) {
        serve((connection, request, head) -> connection == 1 ? answer : ok("whole"));

        assertThatThrownBy(() -> text(READ)).isInstanceOf(ApiException.class).hasMessageContaining("did not answer");
        assertThat(text(READ)).isEqualTo("whole");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void aBodyThatBrokeIsNotResumed() {
        serve((connection, request, head) -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n0\r\n\r\n");

        InputStream body = transport.stream(READ);

        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }

    @Test
    void aBodyLeftUnreadEndsItsConnectionUnlessLittleIsLeft() throws IOException {
        serve((connection, request, head) -> ok("x".repeat(request == 1 ? 200 : 200_000)));

        transport.stream(READ).close();
        transport.stream(READ).close();
        assertThat(server.accepted()).isEqualTo(1);
        text(READ);
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void aRedirectIsNotFollowed() {
        serve((connection, request, head) ->
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");

        assertThatThrownBy(() -> text(READ)).isInstanceOf(ApiException.class).hasMessageContaining("307");
        assertThat(server.heads).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a\r\nX: y", "/a\n", "/\u0000", "/ä", "/\u010a"})
    void aPathCannotWriteAHeaderField(String path) {
        serve((connection, request, head) -> ok(""));

        assertThatThrownBy(() -> text(Request.get(path, "list widgets")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.isTransient()).isFalse())
                .hasMessageContaining("list widgets");
        assertThat(server.heads).isEmpty();
    }

    @Test
    void manyThreadsGetTheirOwnAnswersOverAsManyConnectionsAtMost() {
        serve((connection, request, head) -> ok(head.substring(4, head.indexOf(" HTTP"))));
        Set<Integer> right = ConcurrentHashMap.newKeySet();

        Parallel.run(IntStream.range(0, 8).boxed().toList(), 8, "test", thread -> {
            for (int i = 0; i < 200; i++) {
                int number = 200 * thread + i;
                if (text(Request.get("/" + number, "read")).equals("/" + number)) {
                    right.add(number);
                }
            }
        });

        assertThat(right).hasSize(1_600);
        assertThat(server.accepted()).isBetween(1, 8);
    }

    @Test
    void afterItWasClosedNothingIsSent() {
        serve((connection, request, head) -> ok(""));
        text(READ);

        transport.close();

        assertThatThrownBy(() -> text(READ)).isInstanceOf(ApiException.class).hasMessageContaining("was closed");
        assertThat(server.heads).hasSize(1);
    }

    private void serve(WireServer.Script script) {
        server = WireServer.plain(script);
        transport = new Transport(server.access(folder));
    }

    private String text(Request request) {
        return new String(transport.send(request), StandardCharsets.US_ASCII);
    }
}
