package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireInputTest {
    @Test
    void aLineMayLieAcrossSeveralFillsOfTheBuffer() throws IOException {
        String line = "x".repeat(100_000);
        WireInput in = new WireInput(bytes(line + "\nnext\n"));

        assertThat(in.line(100_000)).isEqualTo(line);
        assertThat(in.line(10)).isEqualTo("next");
    }

    @Test
    void whatFollowsALineIsReadAsBytes() throws IOException {
        WireInput in = new WireInput(bytes("head\nbody"));

        assertThat(in.line(10)).isEqualTo("head");
        assertThat(in.read()).isEqualTo('b');
        assertThat(in.available()).isEqualTo(3);
        assertThat(in.readAllBytes()).isEqualTo("ody".getBytes(StandardCharsets.US_ASCII));
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void unbufferedItTakesNoByteMoreThanTheLine() throws IOException {
        InputStream wire = bytes("head\r\nbody");

        assertThat(WireInput.unbuffered(wire).line(10)).isEqualTo("head\r");
        assertThat(wire.readAllBytes()).isEqualTo("body".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aLineThatIsTooLongOrDoesNotEndIsAnError() {
        assertThatThrownBy(() -> new WireInput(bytes("12345\n")).line(4)).isInstanceOf(WireInput.TooLong.class);
        assertThatThrownBy(() -> new WireInput(bytes("12345")).line(9)).isInstanceOf(EOFException.class);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
