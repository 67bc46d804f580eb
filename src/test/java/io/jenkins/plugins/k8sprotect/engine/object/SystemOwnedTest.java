package io.jenkins.plugins.k8sprotect.engine.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemOwnedTest {
    @ParameterizedTest
    @CsvSource({
        "Event, '', true",
        "Event, events.k8s.io, true",
        "Node, '', true",
        "Lease, coordination.k8s.io, true",
        "CSINode, storage.k8s.io, true",
        "VolumeAttachment, storage.k8s.io, true",
        "ComponentStatus, '', true",
        "TokenReview, authentication.k8s.io, true",
        "SelfSubjectAccessReview, authorization.k8s.io, true",
        "PodMetrics, metrics.k8s.io, true",
        "Event, example.com, false",
        "Node, example.com, false",
        "StorageClass, storage.k8s.io, false",
        "ConfigMap, '', false",
    })
    void kindsOfTheMomentAreTheClustersOwn(String kind, String group, boolean system) {
        assertThat(SystemOwned.isSystemKind(new GroupKind(group, kind))).isEqualTo(system);
    }

    @ParameterizedTest
    @CsvSource({
        "ConfigMap, '', shop, kube-root-ca.crt, '', '', true",
        "ConfigMap, '', shop, openshift-service-ca.crt, '', '', true",
        "ConfigMap, '', shop, settings, '', '', false",
        "Secret, '', shop, kube-root-ca.crt, '', '', false",
        "Service, '', default, kubernetes, '', '', true",
        "Endpoints, '', default, kubernetes, '', '', true",
        "EndpointSlice, discovery.k8s.io, default, kubernetes, '', '', true",
        "Service, '', shop, kubernetes, '', '', false",
        "Service, '', default, web, '', '', false",
        "APIService, apiregistration.k8s.io, '', v1.apps, kube-aggregator.kubernetes.io/automanaged=onstart, '', true",
        "APIService, apiregistration.k8s.io, '', v1beta1.metrics.k8s.io, '', '', false",
        "FlowSchema, flowcontrol.apiserver.k8s.io, '', probes, '', apf.kubernetes.io/autoupdate-spec=true, true",
        "FlowSchema, flowcontrol.apiserver.k8s.io, '', probes, '', apf.kubernetes.io/autoupdate-spec=false, false",
        "PriorityClass, scheduling.k8s.io, '', system-node-critical, '', '', true",
        "PriorityClass, scheduling.k8s.io, '', batch, '', '', false",
        "Pod, '', kube-system, etcd, '', kubernetes.io/config.mirror=abc, true",
        "ClusterRole, rbac.authorization.k8s.io, '', view, kubernetes.io/bootstrapping=rbac-defaults, '', true",
        "ClusterRole, rbac.authorization.k8s.io, '', reader, '', '', false",
        "Deployment, apps, shop, web, kubernetes.io/bootstrapping=rbac-defaults, '', false",
    })
    void whatEveryClusterMakesForItselfHasAReason(
            String kind, String group, String namespace, String name, String label, String annotation, boolean system) {
        ObjectKey key = new ObjectKey(new GroupKind(group, kind), namespace, name);

        assertThat(SystemOwned.reason(key, entry(label), entry(annotation)).isPresent())
                .isEqualTo(system);
    }

    private static Map<String, String> entry(String text) {
        return text.isEmpty() ? Map.of() : Map.of(text.split("=")[0], text.split("=")[1]);
    }
}
