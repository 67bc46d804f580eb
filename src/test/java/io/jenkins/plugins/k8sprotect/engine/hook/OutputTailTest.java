package io.jenkins.plugins.k8sprotect.engine.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OutputTailTest {
    private final OutputTail tail = new OutputTail();

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tail.add(bytes, bytes.length);
    }

    @Test
    void allLinesAreThereWhileTheyAreFew() {
        write("one\ntw");
        write("o\n\nlast");

        assertThat(tail.lines(Masking.NOTHING)).containsExactly("one", "two", "", "last");
        assertThat(tail.total()).isEqualTo(13);
    }

    @Test
    void theLastLinesAreKept() {
        for (int i = 1; i <= 100; i++) {
            write("line " + i + "\n");
        }

        assertThat(tail.lines(Masking.NOTHING))
                .hasSize(OutputTail.LINES)
                .startsWith("line 81")
                .endsWith("line 100");
    }

    @Test
    void ofALongLineTheEndIsKeptAndItSaysSo() {
        write("x".repeat(100_000) + "the end");

        assertThat(tail.lines(Masking.NOTHING))
                .singleElement()
                .asString()
                .startsWith("…xxx")
                .endsWith("the end");
        assertThat(tail.total()).isEqualTo(100_007);
    }

    @Test
    void aSecretThatTheCutHalvesIsMaskedAllTheSame() {
        write("a secret" + "x".repeat(OutputTail.KEPT - 3));

        assertThat(tail.lines(Masking.of(List.of("secret"))))
                .singleElement()
                .asString()
                .startsWith("…****xxx");
    }

    @Test
    void aCharacterThatTheCutHalvesIsLeftOut() {
        write("€" + "x".repeat(OutputTail.KEPT - 1));

        assertThat(tail.lines(Masking.NOTHING)).singleElement().asString().startsWith("…xxx");
    }

    @Test
    void controlCharactersSteerNoTerminal() {
        write("\u001b[31mred\u0007\n");

        assertThat(tail.lines(Masking.NOTHING)).containsExactly("\uFFFD[31mred\uFFFD");
    }

    @Property(tries = 100)
    void whatIsKeptIsTheEndHoweverItCame(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 20_000) Integer> pieces) {
        OutputTail ring = new OutputTail();
        StringBuilder all = new StringBuilder();
        for (int piece : pieces) {
            String text = String.valueOf((char) ('a' + piece % 26)).repeat(piece);
            all.append(text);
            byte[] larger = (text + "garbage").getBytes(StandardCharsets.UTF_8);
            ring.add(larger, piece);
        }
        String end = all.substring(Math.max(0, all.length() - OutputTail.KEPT));

        assertThat(String.join("", ring.lines(Masking.NOTHING)).replace("…", ""))
                .isEqualTo(end);
        assertThat(ring.total()).isEqualTo(all.length());
    }
}
