package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.List;

/** Objects as an API server gives them, one for each case that a rule is about. */
final class Corpus {
    private static final String SERVER_OWNED = """
            'uid': 'u-1', 'resourceVersion': '7', 'generation': 2, 'creationTimestamp': '2026-01-01T00:00:00Z', 'managedFields': [
              {'manager': 'kubectl', 'operation': 'Update', 'apiVersion': 'v1', 'time': '2026-01-01T00:00:00Z',
               'fieldsType': 'FieldsV1', 'fieldsV1': {'f:data': {}}}]""";

    private static final List<String> OBJECTS = List.of(
            object(
                    "v1",
                    "Service",
                    "",
                    "'spec': {'type': 'ClusterIP', 'clusterIP': '10.0.0.1', 'clusterIPs': ['10.0.0.1'],"
                            + " 'ports': [{'port': 80, 'protocol': 'TCP', 'targetPort': 80}]}, 'status': {'loadBalancer': {}}"),
            object("v1", "Service", "", "'spec': {'type': 'ClusterIP', 'clusterIP': 'None', 'clusterIPs': ['None']}"),
            object(
                    "v1",
                    "Service",
                    "",
                    "'spec': {'type': 'NodePort', 'clusterIP': '10.0.0.1', 'ports':"
                            + " [{'port': 80, 'protocol': 'TCP', 'nodePort': 30080}]}"),
            object(
                    "v1",
                    "Service",
                    "",
                    "'spec': {'type': 'LoadBalancer', 'healthCheckNodePort': 31000, 'ports':"
                            + " [{'port': 80, 'protocol': 'TCP', 'nodePort': 30080}]}, 'status': {'loadBalancer': {'ingress': []}}"),
            object("v1", "Service", "", "'spec': {'type': 'ExternalName', 'externalName': 'db.example.com'}"),
            object(
                    "v1",
                    "PersistentVolumeClaim",
                    "'annotations': {'pv.kubernetes.io/bind-completed': 'yes',"
                            + " 'volume.kubernetes.io/selected-node': 'n'}",
                    "'spec': {'volumeName': 'pv-1'}, 'status': {'phase': 'Bound'}"),
            object(
                    "v1",
                    "PersistentVolume",
                    "",
                    "'spec': {'claimRef': {'namespace': 'shop', 'name': 'a', 'uid': 'u'}}"),
            object(
                    "v1",
                    "PersistentVolume",
                    "'annotations': {'pv.kubernetes.io/provisioned-by': 'p'}",
                    "'spec': {'persistentVolumeReclaimPolicy': 'Delete', 'claimRef': {'uid': 'u'}}"),
            object(
                    "batch/v1",
                    "Job",
                    "",
                    "'spec': {'selector': {'matchLabels': {'controller-uid': 'u'}}, 'template': {'metadata':"
                            + " {'labels': {'controller-uid': 'u', 'job-name': 'a'}}}}, 'status': {'active': 1}"),
            object(
                    "batch/v1",
                    "Job",
                    "",
                    "'spec': {'selector': {'matchLabels': {'controller-uid': 'u'}}, 'template': {}},"
                            + " 'status': {'conditions': [{'type': 'Complete', 'status': 'True'}]}"),
            object(
                    "batch/v1",
                    "Job",
                    "",
                    "'spec': {'manualSelector': true, 'selector': {'matchLabels': {'a': 'b'}},"
                            + " 'template': {'metadata': {'labels': {'a': 'b'}}}}"),
            object(
                    "v1",
                    "Pod",
                    "",
                    "'spec': {'nodeName': 'n', 'priority': 0, 'containers': [{'name': 'c', 'volumeMounts':"
                            + " [{'name': 'kube-api-access-1'}]}], 'volumes': [{'name': 'kube-api-access-1', 'projected': {}}]},"
                            + " 'status': {'phase': 'Running'}"),
            object(
                    "v1",
                    "Pod",
                    "",
                    "'spec': {'nodeName': 'n', 'containers': [{'name': 'c'}]}, 'status': {'phase': 'Failed'}"),
            object("v1", "ServiceAccount", "", "'secrets': [{'name': 'a-token-abc12'}, {'name': 'mine'}]"),
            object(
                    "v1",
                    "Secret",
                    "'annotations': {'kubernetes.io/service-account.name': 'a',"
                            + " 'kubernetes.io/service-account.uid': 'u'}",
                    "'type': 'kubernetes.io/service-account-token', 'data': {'token': 'eA==', 'ca.crt': 'eA=='}"),
            object("v1", "Secret", "", "'type': 'Opaque', 'data': {'password': 'eA=='}"),
            object(
                    "v1",
                    "ConfigMap",
                    "'ownerReferences': [{'apiVersion': 'v1', 'kind': 'Pod', 'name': 'p', 'uid': 'gone'}]",
                    "'data': {'key.with.dots': 'é\\u0000'}"),
            object(
                    "rbac.authorization.k8s.io/v1",
                    "RoleBinding",
                    "",
                    "'subjects': [{'kind': 'ServiceAccount', 'name': 'a',"
                            + " 'namespace': 'shop'}, {'kind': 'User', 'name': 'system:serviceaccount:shop:a'},"
                            + " {'kind': 'Group', 'name': 'system:serviceaccounts:shop'}]"),
            object(
                    "rbac.authorization.k8s.io/v1",
                    "ClusterRole",
                    "",
                    "'aggregationRule': {}, 'rules': [{'verbs': ['get']}]"),
            object(
                    "networking.k8s.io/v1",
                    "NetworkPolicy",
                    "",
                    "'spec': {'ingress': [{'from': [{'namespaceSelector':"
                            + " {'matchLabels': {'kubernetes.io/metadata.name': 'shop'}}}]}]}"),
            object(
                    "admissionregistration.k8s.io/v1",
                    "MutatingWebhookConfiguration",
                    "",
                    "'webhooks': [{'clientConfig': {'service': {'namespace': 'shop', 'name': 'hook'}}}]"),
            object(
                    "apps/v1",
                    "Deployment",
                    "'annotations': {'deployment.kubernetes.io/revision': '3'}",
                    "'spec': {'replicas': 1}, 'status': {'replicas': 1}"),
            object(
                    "apps/v1",
                    "ReplicaSet",
                    "'annotations': {'deployment.kubernetes.io/max-replicas': '3'}",
                    "'spec': {}"),
            object(
                    "apps/v1",
                    "DaemonSet",
                    "'annotations': {'deprecated.daemonset.template.generation': '3'}",
                    "'spec': {}"),
            object(
                    "v1",
                    "Endpoints",
                    "'annotations': {'endpoints.kubernetes.io/last-change-trigger-time': 't'}",
                    "'subsets': []"),
            object(
                    "v1",
                    "Namespace",
                    "'labels': {'kubernetes.io/metadata.name': 'a'}",
                    "'spec': {'finalizers': ['kubernetes']}"),
            object("example.com/v1", "Widget", "", "'spec': {'size': 1.10}, 'status': {'phase': 'Ready'}"));

    private Corpus() {}

    static List<KubeObject> objects() {
        return OBJECTS.stream().map(Samples::object).toList();
    }

    private static String object(String apiVersion, String kind, String metadata, String content) {
        return "{'apiVersion': '" + apiVersion + "', 'kind': '" + kind
                + "', 'metadata': {'name': 'a', 'namespace': 'shop', " + SERVER_OWNED
                + (metadata.isEmpty() ? "" : ", " + metadata) + "}, " + content + "}";
    }
}
