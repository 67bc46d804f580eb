package io.jenkins.plugins.k8sprotect.engine.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PodViewTest {
    static Stream<Arguments> states() {
        String deleting = ", 'deletionTimestamp': '2026-01-02T03:04:05Z'";
        return Stream.of(
                Arguments.of("", Pods.running(true), "", false),
                Arguments.of("", Pods.running(false), "not ready", false),
                Arguments.of("", "'phase': 'Running'", "not ready", false),
                Arguments.of("", "'phase': 'Pending'", "phase Pending", false),
                Arguments.of("", "'phase': 'Unknown'", "phase Unknown", false),
                Arguments.of("", "", "without a phase", false),
                Arguments.of("", "'phase': 'Succeeded'", "phase Succeeded", true),
                Arguments.of("", "'phase': 'Failed'", "phase Failed", true),
                Arguments.of(deleting, Pods.running(true), "being deleted", true));
    }

    @ParameterizedTest
    @MethodSource("states")
    void aCommandIsRunInRunningAndReadyPodsAlone(String metadata, String status, String obstacle, boolean passing) {
        PodView pod = PodView.of(Pods.pod(metadata, "", status));

        assertThat(pod.obstacle()).isEqualTo(obstacle);
        assertThat(pod.passing()).isEqualTo(passing);
    }

    @Test
    void sidecarsAndEphemeralContainersCountOtherInitContainersDoNot() {
        PodView pod = PodView.of(Pods.pod(
                "",
                ", 'initContainers': [{'name': 'setup'}, {'name': 'proxy', 'restartPolicy': 'Always'}],"
                        + " 'ephemeralContainers': [{'name': 'debug'}]",
                Pods.running(true)));

        assertThat(pod.containers()).containsExactly("main", "side", "proxy", "debug");
        assertThat(pod.defaultContainer()).isEqualTo("main");
    }

    @Test
    void theDefaultIsWhatTheAnnotationNamesIfItIsThere() {
        String annotation = ", 'annotations': {'kubectl.kubernetes.io/default-container': '%s'}";

        assertThat(PodView.of(Pods.pod(annotation.formatted("side"), "", "")).defaultContainer())
                .isEqualTo("side");
        assertThat(PodView.of(Pods.pod(annotation.formatted("gone"), "", "")).defaultContainer())
                .isEqualTo("main");
    }
}
