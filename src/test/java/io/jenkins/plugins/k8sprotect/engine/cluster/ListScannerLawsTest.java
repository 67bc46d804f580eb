package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ListScannerLawsTest {
    private static final String METADATA = "\"metadata\":{\"resourceVersion\":\"7\",\"continue\":\"\"}";

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void howeverTheStreamIsCutItemsComeOutByteForByteAndTheRestParses(
            @ForAll("objects") List<String> objects,
            @ForAll boolean metadataFirst,
            @ForAll @IntRange(min = 1, max = 40) int chunk,
            @ForAll Random random)
            throws IOException {
        String items = "\"items\":" + objects.stream().collect(Collectors.joining(",", "[", "]"));
        String list = "{\"kind\":\"List\"," + (metadataFirst ? METADATA + "," + items : items + "," + METADATA) + "}\n";
        List<String> seen = new ArrayList<>();

        byte[] rest = new ListScanner(new Chunked(utf8(list), chunk, random))
                .scan(i -> seen.add(new String(i, StandardCharsets.UTF_8)));

        assertThat(seen).isEqualTo(objects);
        assertThat(Json.object(rest)).isEqualTo(Json.object(utf8("{\"kind\":\"List\"," + METADATA + "}")));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aStreamThatEndsEarlyIsAnErrorAndGivesNoBrokenItem(
            @ForAll("objects") List<String> objects, @ForAll @IntRange(max = 10_000) int cut) {
        byte[] list = utf8(
                "{\"items\":" + objects.stream().collect(Collectors.joining(",", "[", "]")) + "," + METADATA + "}");
        byte[] part = java.util.Arrays.copyOf(list, cut % list.length);
        List<String> seen = new ArrayList<>();

        assertThatThrownBy(() -> new ListScanner(new ByteArrayInputStream(part))
                        .scan(i -> seen.add(new String(i, StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
        assertThat(seen).isEqualTo(objects.subList(0, seen.size()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<List<String>> objects() {
        return value(3).list()
                .ofMaxSize(3)
                .map(ListScannerLawsTest::object)
                .list()
                .ofMaxSize(6);
    }

    private static String object(List<String> values) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            fields.add("\"" + (i == 1 ? "items" : "f" + i) + "\": " + values.get(i));
        }
        return "{" + String.join(" , ", fields) + "}";
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab\"\\{}[],: \n\té☃")
                .ofMaxLength(8)
                .map(s -> Json.MAPPER.writeValueAsString(s));
        Arbitrary<String> leaf = Arbitraries.oneOf(text, Arbitraries.of("0", "-1.5e-3", "true", "null", "\"\\u007d\""));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<String>> below = value(depth - 1).list().ofMaxSize(2);
        return Arbitraries.oneOf(
                leaf,
                below.map(ListScannerLawsTest::object),
                Combinators.combine(below, Arbitraries.of(",", " ,\n"))
                        .as((b, comma) -> "[" + String.join(comma, b) + "]"));
    }

    /** Gives what it has in pieces of random length. */
    private static final class Chunked extends InputStream {
        private final ByteArrayInputStream in;
        private final int most;
        private final Random random;

        Chunked(byte[] bytes, int most, Random random) {
            this.in = new ByteArrayInputStream(bytes);
            this.most = most;
            this.random = random;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return in.read(buffer, offset, Math.min(length, 1 + random.nextInt(most)));
        }
    }
}
