package io.jenkins.plugins.k8sprotect.engine.object;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSetTest {
    private static final String OBJECT = """
            {'data': {'a': '1', 'b.c/d': '2'},
             'spec': {'replicas': 1, 'ports': [{'port': 80, 'protocol': 'TCP', 'name': 'http'}], 'args': ['-x', '-y']},
             'metadata': {'finalizers': ['example.com/hold'], 'labels': {}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'f:data': {'f:a': {}}}; true",
                "{'f:data': {'f:b.c/d': {}}}; true",
                "{'f:data': {'f:gone': {}}}; false",
                "{'f:data': {'.': {}, 'f:gone': {}}}; false",
                "{'f:data': {'.': {}}}; true",
                "{'f:data': {}}; true",
                "{'f:gone': {}}; false",
                "{'.': {}}; false",
                "{}; false",
                "{'f:spec': {'f:args': {}}}; true",
                "{'f:spec': {'f:args': {'i:1': {}}}}; true",
                "{'f:spec': {'f:args': {'i:2': {}}}}; false",
                "{'f:spec': {'f:ports': {'k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}': {'f:name': {}}}}}; true",
                "{'f:spec': {'f:ports': {'k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}': {'f:nodePort': {}}}}}; false",
                "{'f:spec': {'f:ports': {'k:{\\\"port\\\":80,\\\"protocol\\\":\\\"UDP\\\"}': {'f:name': {}}}}}; false",
                "{'f:metadata': {'f:finalizers': {'v:\\\"example.com/hold\\\"': {}}}}; true",
                "{'f:metadata': {'f:finalizers': {'v:\\\"example.com/other\\\"': {}}}}; false",
            })
    void aSetTouchesAnObjectThatHasOneOfItsFields(String set, boolean touches) {
        assertThat(FieldSet.touches(json(set), json(OBJECT))).isEqualTo(touches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'f:data': {'.': {}, 'f:a': {}}}; {'data': {'a': '1'}}",
                "{'f:data': {}}; {'data': {'a': '1', 'b.c/d': '2'}}",
                "{'f:spec': {'f:replicas': {}, 'f:gone': {}}}; {'spec': {'replicas': 1}}",
                "{'f:spec': {'f:args': {}}}; {'spec': {'args': ['-x', '-y']}}",
                "{'f:metadata': {'f:finalizers': {'.': {}, 'v:\\\"example.com/hold\\\"': {}}}};"
                        + " {'metadata': {'finalizers': ['example.com/hold']}}",
                "{}; {}",
            })
    void anExtractHoldsTheFieldsOfTheSetAndNoOthers(String set, String expected) {
        assertThat(FieldSet.extract(json(set), json(OBJECT))).isEqualTo(json(expected));
    }

    @Test
    void anExtractedListElementKeepsItsKeysSoThatTheServerFindsIt() {
        var set = json("{'f:spec': {'f:ports': {'k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}': {'f:name': {}}}}}");

        assertThat(FieldSet.extract(set, json(OBJECT)))
                .isEqualTo(json("{'spec': {'ports': [{'name': 'http', 'port': 80, 'protocol': 'TCP'}]}}"));
    }

    @Test
    void anExtractIsACopy() {
        var object = json(OBJECT);

        FieldSet.extract(json("{'f:data': {}}"), object).withObject("/data").put("a", "changed");

        assertThat(object).isEqualTo(json(OBJECT));
    }
}
