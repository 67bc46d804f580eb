package io.jenkins.plugins.k8sprotect.engine.rules;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'data': {'a': '1', 'b': '2'} | 'data': {'b': '2', 'a': '1'} | true",
                "'data': {'a': '1'} | 'data': {'a': '2'} | false",
                "'data': {'a': '1'} | 'data': {'a': 1} | false",
                "'list': [1, 2] | 'list': [2, 1] | false",
                "'data': {} | 'other': 1 | false",
            })
    void equalContentHasAnEqualDigestWhateverTheOrderOfFields(String one, String other, boolean equal) {
        assertThat(digest(one).equals(digest(other))).isEqualTo(equal);
    }

    @Test
    void ownersAreComparedByNameSinceUidsDiffer() {
        assertThat(digest("'metadata': {'ownerReferences': [{'kind': 'Widget', 'name': 'w', 'uid': '1'}]}"))
                .isEqualTo(digest("'metadata': {'ownerReferences': [{'kind': 'Widget', 'name': 'w', 'uid': '2'}]}"))
                .isNotEqualTo(digest("'metadata': {'ownerReferences': [{'kind': 'Widget', 'name': 'v', 'uid': '1'}]}"));
    }

    @Test
    void theArgumentIsNotChanged() {
        KubeObject live = object("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'uid': 'u',"
                + " 'ownerReferences': [{'kind': 'Widget', 'name': 'w', 'uid': '1'}]}}");
        KubeObject before = live.copy();

        NormalForm.ofLive(live, RuleBook.standard(), RuleContext.Facts.inPlace(kind -> false));

        assertThat(live.json()).isEqualTo(before.json());
    }

    private static String digest(String content) {
        return NormalForm.digest(NormalForm.ofWanted(object("{" + content + "}")));
    }
}
