package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTest {
    @Test
    void everythingThatDecisionsReadIsInTheHeader() {
        HeaderReader.Read read = read("""
                {'apiVersion': 'v1', 'kind': 'ConfigMap', 'data': {'metadata': '{'}, 'metadata': {
                  'managedFields': [{'manager': 'm', 'fieldsV1': {'f:data': {}}}],
                  'namespace': 'shop', 'name': 'a', 'uid': '1', 'labels': {'app': 'web', 'empty': ''},
                  'annotations': {'note': 'x y'}, 'deletionTimestamp': '2026-01-01T00:00:00Z',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'web', 'uid': '2',
                    'controller': true, 'blockOwnerDeletion': true}, {'apiVersion': 'v1', 'kind': 'Pod', 'name': 'p', 'uid': '3'}]
                }}""");

        assertThat(read.typed()).isTrue();
        assertThat(read.header())
                .isEqualTo(new ObjectHeader(
                        Samples.CONFIG_MAP,
                        "shop",
                        "a",
                        "1",
                        Map.of("app", "web", "empty", ""),
                        Map.of("note", "x y"),
                        List.of(
                                new OwnerReference("apps/v1", "Deployment", "web", "2", true),
                                new OwnerReference("v1", "Pod", "p", "3", false)),
                        true));
    }

    @Test
    void whatAnObjectDoesNotSayIsEmpty() {
        HeaderReader.Read read =
                read("{'metadata': {'name': 'a', 'creationTimestamp': null, 'deletionTimestamp': null}}");

        assertThat(read.typed()).isFalse();
        assertThat(read.header())
                .isEqualTo(new ObjectHeader(Samples.CONFIG_MAP, "", "a", "", Map.of(), Map.of(), List.of(), false));
    }

    @Test
    void nullIsNoText() {
        ObjectHeader header =
                read("{'metadata': {'name': 'a', 'uid': null, 'labels': {'app': null}, 'annotations': null,"
                                + " 'ownerReferences': null}}")
                        .header();

        assertThat(header.uid()).isEmpty();
        assertThat(header.labels()).containsEntry("app", "");
        assertThat(header.annotations()).isEmpty();
        assertThat(header.owners()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'metadata': {}}",
                "{'metadata': {'name': ''}}",
                "{'metadata': {'name': 'a'",
                "{'data': hunter2}"
            })
    void whatIsNoObjectIsRefusedWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("configmaps")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    private static HeaderReader.Read read(String json) {
        return HeaderReader.read(Samples.CONFIG_MAP, Samples.bytes(json));
    }
}
