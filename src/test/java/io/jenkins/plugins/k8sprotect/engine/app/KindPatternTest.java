package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindPatternTest {
    @ParameterizedTest(name = "{0} on kind {2} ({3}) of group {1}: {4}")
    @CsvSource({
        "Deployment, apps, Deployment, deployments, true",
        "deployments, apps, Deployment, deployments, true",
        "DEPLOYMENT.Apps, apps, Deployment, deployments, true",
        "Deployment.batch, apps, Deployment, deployments, false",
        "Deploy, apps, Deployment, deployments, false",
        "*.apps, apps, StatefulSet, statefulsets, true",
        "*.apps, '', ConfigMap, configmaps, false",
        "*, '', ConfigMap, configmaps, true",
        "*, apps, Deployment, deployments, true",
        "ConfigMap, '', ConfigMap, configmaps, true",
        "ConfigMap., '', ConfigMap, configmaps, true",
        "Event, '', Event, events, true",
        "Event, events.k8s.io, Event, events, true",
        "Event., events.k8s.io, Event, events, false",
        "*., '', Event, events, true",
        "*., events.k8s.io, Event, events, false",
        "*.*.k8s.io, events.k8s.io, Event, events, true",
        "*Set.apps, apps, ReplicaSet, replicasets, true",
        "Ingress.*, networking.k8s.io, Ingress, ingresses, true",
        "ClusterRole.rbac.authorization.k8s.io, rbac.authorization.k8s.io, ClusterRole, clusterroles, true"
    })
    void matchesKindOrPluralInTheGroupGiven(String text, String group, String kind, String plural, boolean matches) {
        assertThat(KindPattern.parse(text).matches(SampleObjects.type(group, kind, plural, true)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".apps", "apps/v1", "apps/Deployment", "Deployment,ConfigMap", "Config Map", "[a-z]", "Pod!"
            })
    void whatIsNoKindIsRefusedWithTheFormThatIs(String text) {
        assertThatThrownBy(() -> KindPattern.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Deployment.apps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployments.v1.apps", "Pod.v1", "CronJob.v1beta1.batch"})
    void aVersionIsRefusedBecauseAKindIsMeantInAnyVersion(String text) {
        assertThatThrownBy(() -> KindPattern.parse(text)).hasMessageContaining("names a version");
    }
}
