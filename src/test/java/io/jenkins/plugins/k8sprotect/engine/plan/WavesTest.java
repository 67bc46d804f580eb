package io.jenkins.plugins.k8sprotect.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavesTest {
    @ParameterizedTest(name = "{1} before {3}")
    @CsvSource({
        "apiextensions.k8s.io, CustomResourceDefinition, '', Namespace",
        "'', Namespace, storage.k8s.io, StorageClass",
        "'', Namespace, '', ServiceAccount",
        "storage.k8s.io, StorageClass, '', PersistentVolumeClaim",
        "scheduling.k8s.io, PriorityClass, apps, Deployment",
        "rbac.authorization.k8s.io, ClusterRole, rbac.authorization.k8s.io, RoleBinding",
        "'', ServiceAccount, '', Pod",
        "'', Secret, apps, StatefulSet",
        "'', ConfigMap, batch, CronJob",
        "'', LimitRange, '', Pod",
        "'', PersistentVolume, '', PersistentVolumeClaim",
        "'', PersistentVolumeClaim, apps, StatefulSet",
        "'', Service, apps, Deployment",
        "networking.k8s.io, NetworkPolicy, '', Pod",
        "apps, Deployment, autoscaling, HorizontalPodAutoscaler",
        "apps, Deployment, policy, PodDisruptionBudget",
        "'', Service, networking.k8s.io, Ingress",
        "apps, Deployment, example.com, Widget",
        "example.com, Widget, '', ResourceQuota",
        "example.com, Widget, admissionregistration.k8s.io, ValidatingWebhookConfiguration",
        "apps, Deployment, apiregistration.k8s.io, APIService",
        "somewhat.k8s.io, NewKind, apps, Deployment",
    })
    void whatOthersNeedComesFirst(String group, String kind, String laterGroup, String laterKind) {
        assertThat(Waves.of(new GroupKind(group, kind))).isLessThan(Waves.of(new GroupKind(laterGroup, laterKind)));
    }
}
