package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the chunks and the buffers, a body is the bytes that were sent; whatever is missing is an error. */
class BodyLawsTest {
    private static final byte[] NEXT = ascii("HTTP/1.1 200 OK");

    @Property(tries = 300)
    void chunksGiveTheBytesThatWereSent(
            @ForAll byte[] body,
            @ForAll @Size(min = 1) List<@IntRange(min = 1, max = 40) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 50) int buffer)
            throws IOException {
        ByteArrayInputStream wire = new ByteArrayInputStream(join(chunked(body, sizes), NEXT));

        assertThat(drain(chunks(wire), buffer)).isEqualTo(body);
        assertThat(wire.readAllBytes()).isEqualTo(NEXT);
    }

    @Property(tries = 300)
    void chunksThatEndTooEarlyAreAnError(
            @ForAll byte[] body,
            @ForAll @Size(min = 1) List<@IntRange(min = 1, max = 40) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 50) int buffer,
            @ForAll @IntRange(min = 0, max = 99) int percent) {
        byte[] wire = chunked(body, sizes);
        byte[] cut = Arrays.copyOf(wire, wire.length * percent / 100);

        assertThatThrownBy(() -> drain(chunks(new ByteArrayInputStream(cut)), buffer))
                .isInstanceOf(IOException.class);
    }

    @Property(tries = 300)
    void aBodyOfKnownLengthIsItsBytes(@ForAll byte[] body, @ForAll @IntRange(min = 1, max = 50) int buffer)
            throws IOException {
        ByteArrayInputStream wire = new ByteArrayInputStream(join(body, NEXT));

        assertThat(drain(new FixedInput(wire, body.length), buffer)).isEqualTo(body);
        assertThat(wire.readAllBytes()).isEqualTo(NEXT);
    }

    @Property(tries = 300)
    void aBodyShorterThanItsLengthIsAnError(
            @ForAll byte[] body,
            @ForAll @IntRange(min = 1, max = 50) int missing,
            @ForAll @IntRange(min = 1, max = 50) int buffer) {
        assertThatThrownBy(() -> drain(new FixedInput(new ByteArrayInputStream(body), body.length + missing), buffer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in the middle of an answer");
    }

    @Example
    void extensionsBlanksAndTrailersSayNothing() throws IOException {
        String wire = "3;name=\"a;b\"\r\nabc\r\n00A \t;x\r\n0123456789\r\n0;last\r\nX-Trailer: y\r\nZ: \r\n\r\n";

        assertThat(drain(chunks(new ByteArrayInputStream(ascii(wire))), 7)).isEqualTo(ascii("abc0123456789"));
    }

    @Example
    void aSizeThatIsNoneIsAnError() {
        for (String size :
                List.of("", " 3", "-3", "+3", "0x3", "3 3", "3g", "g", ";x", "1000000000000", "ffffffffffffffff")) {
            assertThatThrownBy(() -> drain(chunks(new ByteArrayInputStream(ascii(size + "\r\nabc\r\n0\r\n\r\n"))), 7))
                    .as(size)
                    .isInstanceOf(IOException.class);
        }
    }

    @Example
    void aChunkLongerThanItsSizeIsAnError() {
        assertThatThrownBy(() -> drain(chunks(new ByteArrayInputStream(ascii("3\r\nabcd\r\n0\r\n\r\n"))), 7))
                .hasMessageContaining("longer than it says");
    }

    @Example
    void aTrailerHasAnEnd() {
        String wire = "0\r\n" + "X: y\r\n".repeat(20_000) + "\r\n";

        assertThatThrownBy(() -> drain(chunks(new ByteArrayInputStream(ascii(wire))), 7))
                .hasMessageContaining("trailer");
    }

    @Example
    void nothingAskedForIsNothingRead() throws IOException {
        assertThat(chunks(InputStream.nullInputStream()).read(new byte[0])).isZero();
        assertThat(new FixedInput(InputStream.nullInputStream(), 0).read(new byte[0]))
                .isZero();
    }

    private static InputStream chunks(InputStream wire) {
        WireInput in = WireInput.unbuffered(wire);
        return new ChunkedInput(in, new HeadLines(in)::single);
    }

    private static byte[] chunked(byte[] body, List<Integer> sizes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        for (int i = 0; at < body.length; i++) {
            int size = Math.min(sizes.get(i % sizes.size()), body.length - at);
            out.writeBytes(ascii(Integer.toHexString(size) + (i % 3 == 0 ? ";n=v" : "") + "\r\n"));
            out.write(body, at, size);
            out.writeBytes(ascii("\r\n"));
            at += size;
        }
        out.writeBytes(ascii("0\r\n\r\n"));
        return out.toByteArray();
    }

    /** Every other time byte by byte. */
    private static byte[] drain(InputStream in, int buffer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[buffer];
        while (true) {
            int count = in.read(part);
            if (count < 0) {
                assertThat(in.read()).isEqualTo(-1);
                return out.toByteArray();
            }
            out.write(part, 0, count);
            int one = in.read();
            if (one < 0) {
                return out.toByteArray();
            }
            out.write(one);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
