package io.jenkins.plugins.k8sprotect.engine.rules;

import org.junit.jupiter.api.Test;

class ServiceRuleTest {
    private final RuleTester rule = new RuleTester(new ServiceRule());

    @Test
    void allocatedClusterIpsAreDropped() {
        rule.becomes(
                service(
                        "",
                        "'type': 'ClusterIP', 'clusterIP': '10.0.0.1', 'clusterIPs': ['10.0.0.1'], 'ports': [{'port': 80}]"),
                service("", "'type': 'ClusterIP', 'ports': [{'port': 80}]"));
    }

    @Test
    void aHeadlessServiceStaysHeadless() {
        rule.leaves(service("", "'clusterIP': 'None', 'clusterIPs': ['None'], 'ports': [{'port': 80}]"));
    }

    @Test
    void anAllocatedNodePortIsDropped() {
        rule.becomes(
                service("", "'type': 'NodePort', 'ports': [{'port': 80, 'protocol': 'TCP', 'nodePort': 30080}]"),
                service("", "'type': 'NodePort', 'ports': [{'port': 80, 'protocol': 'TCP'}]"));
    }

    @Test
    void aChosenNodePortIsKeptAndItsAllocatedNeighbourDropped() {
        String owned =
                "'managedFields': [{'manager': 'kubectl', 'operation': 'Apply', 'fieldsV1': {'f:spec': {'f:ports':"
                        + " {'k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}': {'f:nodePort': {}}}}}}]";

        rule.becomes(
                service(
                        owned,
                        "'ports': [{'port': 80, 'protocol': 'TCP', 'nodePort': 30080},"
                                + " {'port': 80, 'protocol': 'UDP', 'nodePort': 30081}]"),
                service(
                        owned,
                        "'ports': [{'port': 80, 'protocol': 'TCP', 'nodePort': 30080},"
                                + " {'port': 80, 'protocol': 'UDP'}]"));
    }

    @Test
    void theHealthCheckPortOfALoadBalancerIsDropped() {
        rule.becomes(
                service("", "'type': 'LoadBalancer', 'externalTrafficPolicy': 'Local', 'healthCheckNodePort': 31000"),
                service("", "'type': 'LoadBalancer', 'externalTrafficPolicy': 'Local'"));
    }

    @Test
    void aNameElsewhereHasNothingAllocated() {
        rule.leaves(service("", "'type': 'ExternalName', 'externalName': 'db.example.com'"));
        rule.leaves("{'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'web'}}");
    }

    private static String service(String metadata, String spec) {
        return "{'apiVersion': 'v1', 'kind': 'Service', 'metadata': {" + metadata + (metadata.isEmpty() ? "" : ", ")
                + "'name': 'web'}, 'spec': {" + spec + "}}";
    }
}
