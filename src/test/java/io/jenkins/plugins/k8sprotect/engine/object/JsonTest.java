package io.jenkins.plugins.k8sprotect.engine.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"password\":\"hunter2\"",
                "{\"data\":{\"password\":hunter2}}",
                "hunter2",
                "\"hunter2\"",
                "[\"hunter2\"]",
                ""
            })
    void anErrorHoldsNoContent(String text) {
        assertThatThrownBy(() -> Json.object(utf8(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2")
                .hasMessageStartingWith("not ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.10}",
                "{\"a\":1.0}",
                "{\"a\":12345678901234567890123}",
                "{\"a\":0.1000000000000000055511151231257827}",
                "{\"a\":\"\\u0000é☃😀\"}",
                "{\"\":null,\"a.b/c\":[[],{}]}"
            })
    void whatIsReadAndWrittenAgainIsTheSame(String text) {
        assertThat(new String(Json.bytes(Json.object(utf8(text))), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void fieldsKeepTheirOrder() {
        assertThat(Json.object(utf8("{\"z\":1,\"a\":2}")).propertyNames()).containsExactly("z", "a");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
