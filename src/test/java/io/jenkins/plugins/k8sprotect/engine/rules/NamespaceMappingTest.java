package io.jenkins.plugins.k8sprotect.engine.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceMappingTest {
    private final RuleTester rule = new RuleTester(new NamespaceMapping(), RuleTester.mapping("shop", "clone"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "v1 | ConfigMap | 'metadata': {'name': 'shop', 'namespace': 'NS'}, 'data': {'namespace': 'shop'}",
                "v1 | Namespace | 'metadata': {'name': 'NS', 'labels': {'kubernetes.io/metadata.name': 'NS', 'team': 'shop'}}",
                "rbac.authorization.k8s.io/v1 | RoleBinding | 'subjects': [{'kind': 'ServiceAccount', 'name': 'shop',"
                        + " 'namespace': 'NS'}, {'kind': 'ServiceAccount', 'name': 'a', 'namespace': 'other'}]",
                "rbac.authorization.k8s.io/v1 | ClusterRoleBinding | 'subjects': [{'kind': 'User',"
                        + " 'name': 'system:serviceaccount:NS:shop'}, {'kind': 'Group', 'name': 'system:serviceaccounts:NS'},"
                        + " {'kind': 'User', 'name': 'shop'}, {'kind': 'Group', 'name': 'system:serviceaccounts'}]",
                "networking.k8s.io/v1 | NetworkPolicy | 'spec': {'podSelector': {'matchLabels': {'app': 'shop'}},"
                        + " 'ingress': [{'from': [{'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'NS'}}}]}]}",
                "networking.k8s.io/v1 | NetworkPolicy | 'spec': {'egress': [{'to': [{'namespaceSelector':"
                        + " {'matchExpressions': [{'key': 'kubernetes.io/metadata.name', 'operator': 'In',"
                        + " 'values': ['NS', 'other']}, {'key': 'team', 'operator': 'In', 'values': ['shop']}]}}]}]}",
                "admissionregistration.k8s.io/v1 | ValidatingWebhookConfiguration | 'webhooks': [{'clientConfig':"
                        + " {'service': {'name': 'shop', 'namespace': 'NS'}, 'caBundle': 'eA=='}}]",
                "apiextensions.k8s.io/v1 | CustomResourceDefinition | 'spec': {'conversion': {'webhook': {'clientConfig':"
                        + " {'service': {'name': 'a', 'namespace': 'NS'}}}}}",
                "apiregistration.k8s.io/v1 | APIService | 'spec': {'service': {'name': 'a', 'namespace': 'NS'}}",
                "v1 | PersistentVolume | 'spec': {'claimRef': {'name': 'data', 'namespace': 'NS'},"
                        + " 'csi': {'nodeStageSecretRef': {'name': 's', 'namespace': 'NS'}}}",
                "v1 | PersistentVolumeClaim | 'spec': {'dataSourceRef': {'kind': 'VolumeSnapshot', 'namespace': 'NS'}}",
                "apps/v1 | Deployment | 'spec': {'template': {'metadata': {'labels': {'namespace': 'shop'}}, 'spec': {'affinity':"
                        + " {'podAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': [{'namespaces': ['NS', 'other']}]}},"
                        + " 'containers': [{'env': [{'name': 'namespace', 'value': 'shop'}]}]}}}",
                "networking.k8s.io/v1 | Ingress | 'spec': {'rules': [{'http': {'paths': [{'backend': {'service':"
                        + " {'name': 'shop', 'port': {'number': 80}}}}]}}]}",
                "example.com/v1 | Widget | 'spec': {'service': {'namespace': 'shop'}}",
            })
    void fieldsThatKubernetesReadsAsANamespaceFollowAndNothingElse(String apiVersion, String kind, String content) {
        String object = "{'apiVersion': '" + apiVersion + "', 'kind': '" + kind + "', " + content + "}";
        String withMetadata =
                object.contains("'metadata': {'name'") ? object : object.replaceFirst("}$", ", 'metadata': {}}");

        rule.becomes(withMetadata.replace("NS", "shop"), withMetadata.replace("NS", "clone"));
    }

    @Test
    void withoutAMappingNothingChanges() {
        new RuleTester(new NamespaceMapping())
                .leaves("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'namespace': 'shop'}}");
    }
}
