package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigYamlTest {
    @Test
    void valuesAreTextAsWritten() {
        KubeconfigSection section = parse("a: 0123\nb: 1e5\nc: 'null'\nd: yes\ne: ~\nf:\ng: true\nh: [1, x]\n");

        assertThat(section.text("a")).isEqualTo("0123");
        assertThat(section.text("b")).isEqualTo("1e5");
        assertThat(section.text("c")).isEqualTo("null");
        assertThat(section.text("d")).isEqualTo("yes");
        assertThat(section.text("e")).isNull();
        assertThat(section.text("f")).isNull();
        assertThat(section.text("missing")).isNull();
        assertThat(section.flag("g")).isTrue();
        assertThat(section.flag("missing")).isFalse();
        assertThat(section.texts("h")).containsExactly("1", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": {\"b\": \"\\u0041\\/\"}}",
                "{\n\t\"a\":\t{\n\t\t\"b\": \"A/\"\n\t}\n}\n",
                "\uFEFFa:\r\n  b: A/\r\n",
                "x: &b A/\na: {b: *b}",
                "x: &a {b: A/}\na: *a"
            })
    void jsonAliasesAndByteOrderMarksAreRead(String text) {
        assertThat(parse(text).section("a").text("b")).isEqualTo("A/");
    }

    @Test
    void aliasesOfAliasesTakeNoMemory() {
        String bomb = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [x]\n", "b: end\n"));

        assertThat(parse(bomb).text("b")).isEqualTo("end");
    }

    @Test
    void whatIsTooDeepOrTooLargeIsRefused() {
        refused("a: " + "[".repeat(100_000)).hasMessageContaining("nested deeper than 32 levels, in line 1");
        refused("a: " + "x".repeat(KubeconfigYaml.MAX_LENGTH)).hasMessageContaining("larger than 1048576 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter2", "- hunter2", "a: @hunter2", "{a: hunter2", "a: {? [x] : hunter2}", "\u0000hunter2", ""
            })
    void whatIsNoMappingIsRefusedWithoutQuotingIt(String text) {
        refused(text).hasMessageContaining("not a kubeconfig");
    }

    @Test
    void whatCouldBeReadInTwoWaysIsRefused() {
        refused("a: 1\nb: 2\na: hunter2\n").hasMessage("kubeconfig x: a field is given twice, in line 3");
        refused("a: hunter2\n---\nb: 2\n").hasMessageContaining("several documents");
        refused("a: &a [*a]\n").hasMessageContaining("an alias without an anchor before it, in line 1");
    }

    @Test
    void aFieldOfAnotherTypeIsNamed() {
        KubeconfigSection section = parse("text: [hunter2]\nflag: hunter2\nlist: hunter2\nmapping: hunter2\n");

        assertThatThrownBy(() -> section.text("text")).hasMessage("kubeconfig x: text: expected a text");
        assertThatThrownBy(() -> section.flag("flag")).hasMessage("kubeconfig x: flag: expected true or false");
        assertThatThrownBy(() -> section.texts("list")).hasMessage("kubeconfig x: list: expected a list of texts");
        assertThatThrownBy(() -> section.section("mapping")).hasMessage("kubeconfig x: mapping: expected a mapping");
    }

    private static KubeconfigSection parse(String text) {
        return new KubeconfigSection(KubeconfigYaml.parse(text, "kubeconfig x"), "kubeconfig x");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String text) {
        return assertThatThrownBy(() -> parse(text))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageStartingWith("kubeconfig x: ")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }
}
