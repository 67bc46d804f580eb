package io.jenkins.plugins.k8sprotect.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodRuleTest {
    private static final String PLACED = """
            {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'tool'}, 'spec': {
              'containers': [{'name': 'a', 'image': 'busybox', 'volumeMounts': [
                {'name': 'data', 'mountPath': '/data'},
                {'name': 'kube-api-access-x1', 'mountPath': '/var/run/secrets/kubernetes.io/serviceaccount'}]}],
              'initContainers': [{'name': 'i', 'image': 'busybox', 'volumeMounts': [
                {'name': 'kube-api-access-x1', 'mountPath': '/var/run/secrets/kubernetes.io/serviceaccount'}]}],
              'volumes': [{'name': 'data', 'emptyDir': {}}, {'name': 'kube-api-access-x1', 'projected': {}}],
              'tolerations': [{'key': 'dedicated', 'operator': 'Exists'},
                {'key': 'node.kubernetes.io/not-ready', 'operator': 'Exists', 'effect': 'NoExecute', 'tolerationSeconds': 300}],
              'nodeName': 'node-1', 'priority': 7, 'preemptionPolicy': 'PreemptLowerPriority'}}""";
    private static final String FREE = """
            {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'tool'}, 'spec': {
              'containers': [{'name': 'a', 'image': 'busybox', 'volumeMounts': [{'name': 'data', 'mountPath': '/data'}]}],
              'initContainers': [{'name': 'i', 'image': 'busybox'}],
              'volumes': [{'name': 'data', 'emptyDir': {}}],
              'tolerations': [{'key': 'dedicated', 'operator': 'Exists'}]}}""";

    private final RuleTester rule = new RuleTester(new PodRule());

    @Test
    void aBarePodIsFreeOfThePlaceWhereItRan() {
        rule.becomes(PLACED, FREE);
    }

    @Test
    void itsPriorityClassStaysAndTheNumberFollowsFromIt() {
        rule.becomes(pod("'priorityClassName': 'high', 'priority': 1000"), pod("'priorityClassName': 'high'"));
    }

    @Test
    void debugContainersCannotBeCreated() {
        rule.becomes(pod("'ephemeralContainers': [{'name': 'debug'}]"), pod(""));
    }

    @Test
    void aTolerationThatAUserWroteStays() {
        rule.leaves(pod("'tolerations': [{'key': 'node.kubernetes.io/not-ready', 'operator': 'Exists',"
                + " 'effect': 'NoExecute', 'tolerationSeconds': 60}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Succeeded", "Failed"})
    void aFinishedPodIsNotRunAgain(String phase) {
        assertThat(rule.skips(pod("").replace("'spec'", "'status': {'phase': '" + phase + "'}, 'spec'")))
                .contains("finished");
    }

    @Test
    void aReplacementNamesWhatTheClusterAddedSinceItIsImmutable() {
        rule.carriesOver(PLACED, FREE, PLACED);
    }

    private static String pod(String spec) {
        return "{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'tool'}, 'spec': {" + spec + "}}";
    }
}
