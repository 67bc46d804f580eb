package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestParserTest {
    private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private static List<ManifestDocument> parse(String text) {
        return ManifestParser.parse(text, "policy.yaml");
    }

    private static String value(String scalar) {
        KubeObject object = parse(OBJECT + "value: " + scalar + "\n").get(0).object();
        return object.json().get("value").toString();
    }

    @Test
    void documentsComeInTheirOrderWithTheLineWhereTheyBegin() {
        List<ManifestDocument> documents = parse("""
                # A comment
                apiVersion: v1
                kind: Secret
                metadata: {name: b}
                ---
                # Nothing but this
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: a
                  namespace: shop
                """);

        assertThat(documents)
                .extracting(d -> d.line() + " " + d.object())
                .containsExactly("2 Secret b", "8 Deployment.apps shop/a");
    }

    @Test
    void jsonIsReadToo() {
        List<ManifestDocument> documents =
                parse("{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"ConfigMap\",\n\t\"metadata\": {\"name\": \"a\"},\n"
                        + "\t\"data\": {\"k\": \"x\\/y\\u00fc\", \"n\": \"1e3\"}\n}");

        assertThat(documents.get(0).object().json().get("data").toString()).isEqualTo("{\"k\":\"x/yü\",\"n\":\"1e3\"}");
    }

    @Test
    void aListStandsForItsItems() {
        List<ManifestDocument> documents = parse("""
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
                """);

        assertThat(documents).extracting(d -> d.line() + d.object().name()).containsExactly("4a", "5b");
    }

    /** As sigs.k8s.io/yaml, and so kubectl, takes them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text          | \"text\"",
                "'\"1\"'       | \"1\"",
                "1             | 1",
                "-17           | -17",
                "0644          | 420",
                "0o644         | 420",
                "0x1F          | 31",
                "0b101         | 5",
                "1_000         | 1000",
                "08            | 8",
                "1.5           | 1.5",
                "1e3           | 1000",
                "true          | true",
                "yes           | true",
                "Off           | false",
                "~             | null",
                "''            | null",
                "!!str 12      | \"12\"",
                "2026-01-02    | \"2026-01-02\"",
                "1.2.3         | \"1.2.3\"",
                "12345678901234567890123 | 12345678901234567890123",
                "1e999         | \"1e999\""
            })
    void scalarsMeanWhatTheyMeanToKubernetes(String written, String json) {
        String value = value(written);

        assertThat(value.equals("1E+3") ? "1000" : value).isEqualTo(json);
    }

    @Test
    void keysStayTexts() {
        assertThat(parse(OBJECT + "data: {y: a, 1: b}")
                        .get(0)
                        .object()
                        .json()
                        .get("data")
                        .toString())
                .isEqualTo("{\"y\":\"a\",\"1\":\"b\"}");
    }

    @Test
    void anchorsAreWrittenOut() {
        assertThat(parse(OBJECT + "data: {a: &x {k: v}, b: *x}")
                        .get(0)
                        .object()
                        .json()
                        .get("data")
                        .toString())
                .isEqualTo("{\"a\":{\"k\":\"v\"},\"b\":{\"k\":\"v\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                           | policy.yaml: is empty",
                "'# nothing\n---\n'                           | policy.yaml: is empty",
                "'a text'                                     | policy.yaml:1: is no Kubernetes object",
                "'{kind: A, metadata: {name: a}}'             | policy.yaml:1: apiVersion: missing",
                "'{apiVersion: v1, metadata: {name: a}}'      | policy.yaml:1: kind: missing",
                "'{apiVersion: v1, kind: A}'                  | policy.yaml:1: metadata: missing",
                "'{apiVersion: v1, kind: A, metadata: {generateName: a-}}' | policy.yaml:1: metadata.name: missing",
                "'{apiVersion: v1, kind: A, metadata: {name: 1}}' | policy.yaml:1: metadata.name: missing, or no text",
                "'{apiVersion: v1, kind: A, metadata: {name: a, managedFields: []}}' | managedFields: is written by the server",
                "'apiVersion: v1\nkind: A\nkind: B'           | policy.yaml:3: kind: given twice, first in line 2",
                "'a: {<<: {b: c}}'                            | merge keys are not part of YAML 1.2",
                "'a: !foo b'                                  | policy.yaml:1: a tag",
                "'a: .inf'                                    | policy.yaml:1: a tag, or a number, that JSON does not have",
                "'? [a]\n: b'                                 | policy.yaml: not YAML",
                "'a: *unknown'                                | refers to no anchor above it",
                "'a: [b'                                      | policy.yaml:1: not YAML"
            })
    void whatIsWrongIsToldWithItsLine(String text, String said) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(said);
    }

    @Test
    void everyMistakeInEveryDocumentIsToldAtOnce() {
        assertThatThrownBy(() -> parse("kind: A\n---\napiVersion: v1\n---\n" + OBJECT))
                .isInstanceOfSatisfying(
                        InvalidDefinition.class, e -> assertThat(e.mistakes()).hasSizeGreaterThan(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {password: *hunter2}",
                "data: {password: !!binary hunter2}",
                "data: {password: [hunter2}",
                "data: {a: hunter2: b}",
                "data: {password: \"hunter2}",
                "data: {password: %hunter2}",
                "data: {password: @hunter2}",
                "data: {password: &hunter2 [*hunter2]}",
                "hunter2"
            })
    void aMessageQuotesNoValue(String text) {
        assertThatThrownBy(() -> parse("kind: Secret\n" + text))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aliasesThatExpandToBillionsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (before + ", ").repeat(8) + before));
        }

        assertThatThrownBy(() -> parse(bomb.toString())).hasMessageContaining("more than 500000 values");
    }

    @Test
    void aLongTextThatAliasesRepeatIsRefused() {
        String text = "a: &a \"" + "x".repeat(1 << 20) + "\"\nb: [" + "*a, ".repeat(100) + "*a]\n";

        assertThatThrownBy(() -> parse(text)).hasMessageContaining("characters, aliases counted as their text");
    }

    @Test
    void whatIsDeeperOrLargerThanAnyManifestIsRefused() {
        assertThatThrownBy(() -> parse("[".repeat(201))).hasMessageContaining("nested deeper than 200 levels");
        assertThatThrownBy(() -> parse("x".repeat((10 << 20) + 1))).hasMessageContaining("larger than 10485760 bytes");
    }
}
