package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers by RFC 9110 and RFC 9112. */
class HttpBodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhello\r\n0\r\n\r\nnext",
                "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\nnext",
                "00A;name=value\r\nhellohello\r\n0\r\nTrailer: x\r\n\r\nnext"
            })
    void chunksAreOneBodyAndWhatFollowsItIsLeftForTheNextAnswer(String stream) throws IOException {
        InputStream in = bytes(stream);

        assertThat(text(new ChunkedInput(in, () -> line(in)))).isIn("hello", "hellohello");
        assertThat(text(in)).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5\r\nhel",
                "5\r\nhello\r\n",
                "5\r\nhello!\r\n0\r\n\r\n",
                "x\r\n",
                "-1\r\n",
                "\r\n",
                "FFFFFFFFFFFFFFFF\r\n"
            })
    void aChunkedBodyThatIsCutOrWrongIsAnError(String stream) {
        InputStream in = bytes(stream);

        assertThatThrownBy(() -> text(new ChunkedInput(in, () -> line(in)))).isInstanceOf(IOException.class);
    }

    @Test
    void aBodyOfKnownLengthEndsThereAndEarlierIsAnError() throws IOException {
        InputStream in = bytes("hellonext");

        assertThat(text(new FixedInput(in, 5))).isEqualTo("hello");
        assertThat(text(in)).isEqualTo("next");
        assertThatThrownBy(() -> text(new FixedInput(bytes("hel"), 5))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK, Content-Length: 5, 200, 5, false, true, 0",
        "HTTP/1.1 200, content-length:5, 200, 5, false, true, 0",
        "HTTP/1.1 200 OK, Transfer-Encoding: chunked, 200, -1, true, true, 0",
        "HTTP/1.1 429 Too Many, Retry-After: 7, 429, -1, false, false, 7",
        "HTTP/1.1 503 No, 'Retry-After: Fri, 31 Dec 2027 23:59:59 GMT', 503, -1, false, false, 0",
        "HTTP/1.0 200 OK, Content-Length: 5, 200, 5, false, false, 0",
    })
    void theHeadSaysHowTheBodyEndsAndWhetherTheConnectionStays(
            String line, String field, int status, long length, boolean chunked, boolean keepAlive, int retryAfter)
            throws IOException {
        assertThat(HeadParser.parse(line, List.of(field)))
                .isEqualTo(new HttpConnection.Head(status, length, chunked, keepAlive, retryAfter));
    }

    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-server, Content-Length: 5",
        "HTTP/2 200, Content-Length: 5",
        "HTTP/1.1 200 OK, Content-Length: -5",
        "HTTP/1.1 200 OK, Transfer-Encoding: gzip",
        "HTTP/1.1 200 OK, no colon"
    })
    void whatIsNoHeadIsAnError(String line, String field) {
        assertThatThrownBy(() -> HeadParser.parse(line, List.of(field))).isInstanceOf(IOException.class);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
