package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListScannerTest {
    private final List<String> items = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"metadata\":{\"continue\":\"t\"},\"items\":[{\"a\":1},{\"b\":2}]} | {\"metadata\":{\"continue\":\"t\"}}",
                "{\"items\":[{\"a\":1},{\"b\":2}],\"metadata\":{\"continue\":\"t\"}} | {\"metadata\":{\"continue\":\"t\"}}",
                "{\"kind\":\"L\",\"items\":[{\"a\":1},{\"b\":2}],\"n\":1} | {\"kind\":\"L\",\"n\":1}",
                " { \"items\" : [ {\"a\":1} , {\"b\":2} ] , \"n\" : -1.5e3 }  | {\"n\":-1.5e3}",
                "{\"x\":{\"items\":[1]},\"items\":[{\"a\":1},{\"b\":2}]} | {\"x\":{\"items\":[1]}}",
                "{\"items\":[{\"a\":1},{\"b\":2}],\"t\":true,\"n\":null} | {\"t\":true,\"n\":null}",
            })
    void itemsAreCutOutWhereverTheListHasThem(String list, String rest) throws IOException {
        assertThat(scan(list)).isEqualTo(rest);
        assertThat(items).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"}]\\\"{[\"}",
                "{\"a\":\"\\\\\"}",
                "{\"a\":\"\\u0022\"}",
                "{\"items\":[{\"items\":[]}],\"metadata\":{}}",
                "{ \"a\" : [ 1 , { } ] }",
                "{\"é☃😀\":\"\\n\"}",
                "{}"
            })
    void anItemKeepsItsBytes(String item) throws IOException {
        scan("{\"items\":[" + item + "]}");

        assertThat(items).containsExactly(item);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":[]}", "{\"items\":null}", "{}"})
    void aListWithoutItemsHasNone(String list) throws IOException {
        scan(list);

        assertThat(items).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "null", "\"a\"", "{\"a\" 1}", "{\"items\":[]}{", "{} x", "{}é"})
    void whatIsNoListIsAnError(String text) {
        assertThatThrownBy(() -> scan(text)).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerIsReadToItsEndSoThatItsConnectionCanBeUsedAgain() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream("{\"items\":[]}\n".getBytes(StandardCharsets.UTF_8));

        new ListScanner(in).scan(i -> {});

        assertThat(in.available()).isZero();
    }

    private String scan(String list) throws IOException {
        byte[] rest = new ListScanner(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)))
                .scan(i -> items.add(new String(i, StandardCharsets.UTF_8)));
        return new String(rest, StandardCharsets.UTF_8);
    }
}
