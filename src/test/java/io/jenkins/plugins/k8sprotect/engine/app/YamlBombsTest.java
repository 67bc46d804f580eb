package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlBombsTest {
    private static final int MIB = 1 << 20;

    @Test
    void aliasesThatExpandToBillionsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (before + ", ").repeat(8) + before));
        }

        assertRefused(bomb.toString(), "shop.yaml:6: more than 100000 values, aliases counted as what they stand for");
    }

    @Test
    void aliasesThatNestDeeperThanTheTextAreRefused() {
        StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 100; i++) {
            chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }

        assertRefused(chain.toString(), "nested deeper than 32 levels, aliases followed");
    }

    @Test
    void anAliasInsideItsOwnAnchorIsRefused() {
        assertRefused("spec: &a [*a]", "shop.yaml:1: alias \"*a\" stands inside its own anchor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[\n", "a:\n"})
    void deepNestingIsRefused(String opening) {
        assertRefused(opening.repeat(MIB / opening.length()), "shop.yaml");
    }

    @Test
    void nestingIsCountedInLevels() {
        assertRefused("[".repeat(33) + "]".repeat(33), "nested deeper than 32 levels");
        assertRefused("[".repeat(32) + "]".repeat(32), "found a list, expected a mapping");
    }

    @Test
    void documentsAreCountedAsTheValuesThatTheyAre() {
        assertRefused("--- a\n".repeat(MIB / 6), "more than 100000 values");
    }

    @Test
    void aHugeScalarIsRefusedWithAShortMessage() {
        assertThatThrownBy(() -> parse(Definitions.text("namespaces: [" + "x".repeat(MIB - 1_000) + "]")))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
        assertThatThrownBy(() -> parse(Definitions.text("y".repeat(MIB - 1_000) + ": 1")))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(800));
        assertThatThrownBy(() -> parse(
                        Definitions.text("namespaces: [shop]\ninclude: [{labels: '" + "a,".repeat(MIB / 3) + "'}]")))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void aHundredThousandMistakesAreToldInAHundredLines() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(
                        () -> parse(Definitions.text("namespaces: [" + "A,".repeat(99_000) + "]")))
                .isInstanceOfSatisfying(InvalidDefinition.class, e -> {
                    assertThat(e.mistakes()).hasSize(99_000);
                    assertThat(e.getMessage().lines()).hasSize(101);
                    assertThat(e.getMessage()).endsWith("shop.yaml: and 98900 more mistakes");
                }));
    }

    @Test
    void moreThanAMebibyteIsRefusedBeforeItIsParsed() {
        assertRefused("[".repeat(10 * MIB), "shop.yaml: larger than 1048576 bytes");
        assertRefused("#" + "ö".repeat(MIB / 2), "shop.yaml: larger than 1048576 bytes");
    }

    @Test
    void ofALargeStreamNoMoreIsReadThanADefinitionMayHave() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return '[';
            }
        };

        assertThatThrownBy(() -> ApplicationParser.parse(endless, "shop.yaml"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("shop.yaml: larger than 1048576 bytes");
        assertThat(read).hasValueLessThanOrEqualTo(MIB + 1L);
    }

    @Test
    void tagsConstructNothing() {
        assertRefused(
                Definitions.text("namespaces: [!!java.net.URL x]"),
                "shop.yaml:5: spec.namespaces[0]: found the tag \"tag:yaml.org,2002:java.net.URL\"");
        assertRefused(Definitions.text("namespaces: !env [x]"), "spec.namespaces: found the tag \"!env\"");
    }

    @Property(tries = 2_000)
    void anyTextIsReadOrRefusedAsAnInvalidDefinition(@ForAll("yamlish") String text) {
        try {
            parse(text);
        } catch (InvalidDefinition e) {
            assertThat(e.mistakes()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> yamlish() {
        return Arbitraries.of(
                        "spec:",
                        "namespaces:",
                        "include:",
                        "kinds:",
                        "labels:",
                        "matchLabels:",
                        "\n",
                        "\n  ",
                        "\n- ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        ": ",
                        "? ",
                        "&a ",
                        "*a ",
                        "*",
                        "!",
                        "!!str ",
                        "|",
                        ">",
                        "\"",
                        "'",
                        "#",
                        "---\n",
                        "...\n",
                        "%YAML 1.3\n",
                        "\t",
                        "<<: ",
                        "null",
                        "1",
                        "true",
                        "x",
                        "\u0000",
                        "\uFEFF",
                        "\uD83D",
                        "@",
                        "`",
                        "apiVersion: protect.k8s.jenkins.io/v1\nkind: Application\n")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static void assertRefused(String text, String message) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> parse(text))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(message));
    }

    private static Application parse(String text) {
        return ApplicationParser.parse(text, "shop.yaml");
    }
}
