package io.jenkins.plugins.k8sprotect.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldDiffTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'data': {'a': '1'} | 'data': {'a': '1'} | ",
                "'data': {'a': '1'} | 'data': {'a': '2'} | /data/a: \"1\" → \"2\"",
                "'data': {} | 'data': {'a': '1'} | /data/a added: \"1\"",
                "'data': {'a': '1'} | 'data': {} | /data/a removed: \"1\"",
                "'x': 1 | 'data': {'a': ''} | /data added: {\"a\":\"\"}; /x removed: 1",
                "'data': {'a/b~c': '1'} | 'data': {'a/b~c': '2'} | /data/a~1b~0c: \"1\" → \"2\"",
                "'l': [1, {'n': 1}] | 'l': [1, {'n': 2}] | /l/1/n: 1 → 2",
                "'l': [1] | 'l': [1, 2] | /l: [1] → [1,2]",
                "'a': null | 'a': {} | /a: null → {}",
                "'b': 1, 'a': 1 | 'a': 2, 'b': 2 | /a: 1 → 2; /b: 1 → 2",
            })
    void fieldsThatDifferAreToldInTheOrderOfTheirPointers(String before, String after, String changes) {
        assertThat(String.join(
                        "; ",
                        diff("ConfigMap", before, after).stream()
                                .map(FieldChange::toString)
                                .toList()))
                .isEqualTo(changes == null ? "" : changes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'data': {'p': 'hunter1'} | 'data': {'p': 'hunter2'} | /data/p changed",
                "'data': {} | 'data': {'p': 'hunter2'} | /data/p added",
                "'data': {'p': 'hunter1'} | 'data': {} | /data/p removed",
                "'type': 'a' | 'type': 'a', 'data': {'p': 'hunter2'} | /data added",
                "'stringData': {'p': 'hunter1'} | 'type': 'a' | /stringData removed; /type added: \"a\"",
                "'metadata': {'annotations': {'kubectl.kubernetes.io/last-applied-configuration': 'hunter1'}} |"
                        + " 'metadata': {'annotations': {'kubectl.kubernetes.io/last-applied-configuration': 'hunter2'}} |"
                        + " /metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration changed",
                "'metadata': {} | 'metadata': {'annotations': {'kubectl.kubernetes.io/last-applied-configuration': 'hunter2'}} |"
                        + " /metadata/annotations added",
            })
    void whatASecretHoldsIsNeverShown(String before, String after, String changes) {
        List<FieldChange> diff = diff("Secret", before, after);

        assertThat(String.join("; ", diff.stream().map(FieldChange::toString).toList()))
                .isEqualTo(changes);
        assertThat(diff.toString()).doesNotContain("hunter");
    }

    @Test
    void aLongValueIsCut() {
        FieldChange change = diff("ConfigMap", "'data': {'a': '1'}", "'data': {'a': '" + "x".repeat(5_000) + "'}")
                .get(0);

        assertThat(change.after()).hasSizeLessThan(130).endsWith("…");
    }

    private static List<FieldChange> diff(String kind, String before, String after) {
        return FieldDiff.between(Samples.object(object(kind, before)), Samples.object(object(kind, after)));
    }

    private static String object(String kind, String content) {
        return "{'apiVersion': 'v1', 'kind': '" + kind + "', " + content + "}";
    }
}
