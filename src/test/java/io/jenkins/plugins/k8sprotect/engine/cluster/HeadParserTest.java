package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadParserTest {
    private static final String OK = "HTTP/1.1 200 OK";

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                // status line ! fields ! status, length, chunked, keepAlive, retryAfter
                "HTTP/1.1 200 OK ! Content-Length: 5 ! 200 5 false true 0",
                "HTTP/1.1 200 ! content-LENGTH:5 ! 200 5 false true 0",
                "HTTP/1.1 200 OK ! Content-Length: 5|Content-Length: 5 ! 200 5 false true 0",
                "HTTP/1.1 200 OK ! Content-Length: 5, 5 ! 200 5 false true 0",
                "HTTP/1.1 200 OK ! Transfer-Encoding: Chunked ! 200 -1 true true 0",
                "HTTP/1.1 200 OK ! Content-Type: text/plain ! 200 -1 false false 0",
                "HTTP/1.1 200 OK ! Content-Length: 5|Transfer-Encoding: chunked ! 200 -1 true false 0",
                "HTTP/1.0 200 OK ! Content-Length: 5 ! 200 5 false false 0",
                "HTTP/1.0 200 OK ! Content-Length: 5|Connection: keep-alive ! 200 5 false false 0",
                "HTTP/1.1 200 OK ! Content-Length: 5|Connection: keep-alive ! 200 5 false true 0",
                "HTTP/1.1 200 OK ! Content-Length: 5|Connection: close ! 200 5 false false 0",
                "HTTP/1.1 200 OK ! Content-Length: 5|connection: Upgrade, CLOSE ! 200 5 false false 0",
                "HTTP/1.1 204 No Content ! X: y ! 204 0 false true 0",
                "HTTP/1.1 204 No Content ! Content-Length: 5 ! 204 0 false false 0",
                "HTTP/1.1 304 Not Modified ! Transfer-Encoding: chunked ! 304 0 false false 0",
                "HTTP/1.1 302 Found ! Content-Length: 0|Location: https://other.example/ ! 302 0 false true 0",
                "HTTP/1.1 429 Too Many Requests ! Content-Length: 0|Retry-After: 7 ! 429 0 false true 7",
                "HTTP/1.1 503 Unavailable ! Content-Length: 0|Retry-After: Fri, 31 Dec 1999 23:59:59 GMT ! 503 0 false true 0",
            })
    void aHeadIsRead(String status, String fields, String wanted) throws IOException {
        HttpConnection.Head head = HeadParser.parse(status, List.of(fields.split("\\|")));

        assertThat(head.status() + " " + head.length() + " " + head.chunked() + " " + head.keepAlive() + " "
                        + head.retryAfterSeconds())
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH",
                "HTTP/2 200",
                "HTTP/1.2 200 OK",
                "HTTP/1.1 20 OK",
                "HTTP/1.1 2000",
                "HTTP/1.1  200",
                "HTTP/1.1 -20 OK",
                "HTTP/1.1 099 OK",
                "HTTP/1.1 600 OK",
                "HTTP/1.1 ２００ OK",
                "http/1.1 200 OK"
            })
    void aFirstLineThatIsNoneIsRefused(String line) {
        assertThatThrownBy(() -> HeadParser.parse(line, List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not an HTTP/1.1 answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no colon",
                ": no name",
                " folded: line",
                "Content-Length : 5",
                "Content-Length: 5|Content-Length: 6",
                "Content-Length: 5, 6",
                "Content-Length: -5",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length: ",
                "Content-Length: 5,",
                "Content-Length: 9999999999999999",
                "Content-Length: ５",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: chunked|Transfer-Encoding: chunked"
            })
    void aFieldThatCouldBeReadInTwoWaysIsRefused(String fields) {
        assertThatThrownBy(() -> HeadParser.parse(OK, List.of(fields.split("\\|"))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void interimAnswersArePassedOver() throws IOException {
        String text =
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 201 Created\n\nrest";
        WireInput in = new WireInput(bytes(text));

        assertThat(new HeadLines(in).head().status()).isEqualTo(201);
        assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("rest");
    }

    @Test
    void anotherProtocolThanAskedForIsRefused() {
        refused("HTTP/1.1 101 Switching Protocols\r\n\r\n").hasMessageContaining("another protocol");
    }

    @Test
    void aHeadHasAnEnd() {
        refused(OK + "\r\nX: " + "y".repeat(70_000) + "\r\n\r\n").hasMessageContaining("65536");
        refused(OK + "\r\n" + "X: y\r\n".repeat(20_000) + "\r\n").hasMessageContaining("65536");
        refused("HTTP/1.1 100 Continue\r\n\r\n".repeat(20_000)).hasMessageContaining("65536");
        refused(OK + "\r\nX: y\r\n").hasMessageContaining("closed the connection");
    }

    @Test
    void aCarriageReturnWithinALineIsRefused() {
        refused(OK + "\r\nX: y\rContent-Length: 5\r\n\r\n").hasMessageContaining("carriage return");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(String text) {
        return assertThatThrownBy(() -> new HeadLines(new WireInput(bytes(text))).head())
                .isInstanceOf(IOException.class);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
