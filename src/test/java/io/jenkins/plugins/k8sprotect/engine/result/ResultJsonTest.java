package io.jenkins.plugins.k8sprotect.engine.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ResultJsonTest {
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anyResultComesBackFromItsBytes(@ForAll("results") OperationResult result) {
        byte[] bytes = Json.bytes(ResultJson.write(result));
        assertThat(ResultJson.read(Json.object(bytes))).isEqualTo(result);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anyRowComesBackFromItsBytes(@ForAll("rows") ReportRow row) {
        byte[] bytes = Json.bytes(ResultJson.write(row));
        assertThat(ResultJson.readRow(Json.object(bytes))).isEqualTo(row);
    }

    @Provide
    Arbitrary<OperationResult> results() {
        return AnyResult.of(Arbitraries.strings().excludeChars(surrogates()).ofMaxLength(12));
    }

    @Provide
    Arbitrary<ReportRow> rows() {
        return AnyResult.rows(Arbitraries.strings().excludeChars(surrogates()).ofMaxLength(12));
    }

    /** Half of a pair is no character, and UTF-8 has no form for it. */
    private static char[] surrogates() {
        char[] halves = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return halves;
    }

    @Test
    void theFieldNamesAreThoseOfTheDocumentation() {
        OperationResult result =
                Results.of("backup", Outcome.WARNING, Finding.attention("data-not-protected", Results.CLAIM, "look"));
        assertThat(ResultJson.write(result).toString())
                .isEqualTo("{\"formatVersion\":1,\"operation\":\"backup\",\"application\":\"shop\","
                        + "\"backupId\":\"20260131t120000z-7f3a\",\"outcome\":\"warning\","
                        + "\"started\":\"2026-01-31T12:00:00.250Z\",\"durationMillis\":12345,"
                        + "\"identity\":\"system:serviceaccount:ci:backup\",\"cluster\":\"https://10.0.0.1:6443\","
                        + "\"totals\":{\"create\":1206,\"unchanged\":3},\"counts\":["
                        + "{\"group\":\"\",\"kind\":\"ConfigMap\",\"action\":\"create\",\"count\":1204},"
                        + "{\"group\":\"\",\"kind\":\"ConfigMap\",\"action\":\"unchanged\",\"count\":3},"
                        + "{\"group\":\"apps\",\"kind\":\"Deployment\",\"action\":\"create\",\"count\":2}],"
                        + "\"findings\":[{\"severity\":\"attention\",\"code\":\"data-not-protected\",\"object\":"
                        + "{\"group\":\"\",\"kind\":\"PersistentVolumeClaim\",\"namespace\":\"shop\","
                        + "\"name\":\"orders-data\"},\"message\":\"look\"}],\"timings\":["
                        + "{\"phase\":\"open\",\"millis\":40},{\"phase\":\"plan\",\"millis\":1250},"
                        + "{\"phase\":\"apply\",\"millis\":11055}]}");
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        ObjectNode json = ResultJson.write(Results.withWarnings()).put("recoveryPoint", "later");
        assertThat(ResultJson.read(json)).isEqualTo(Results.withWarnings());
    }

    @Test
    void aLaterFormatIsRefused() {
        ObjectNode json = ResultJson.write(Results.withWarnings()).put("formatVersion", 2);
        assertThatThrownBy(() -> ResultJson.read(json)).hasMessageContaining("result.formatVersion is 2");
    }

    @Test
    void whatIsWrongIsNamedByItsPath() {
        ObjectNode json = ResultJson.write(Results.withWarnings());
        ((ObjectNode) json.get("findings").get(1)).put("severity", "grave");
        assertThatThrownBy(() -> ResultJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("result.findings[1].severity is not one of [expected, attention, failure]");
    }
}
