package io.jenkins.plugins.k8sprotect.engine.capture;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.header;
import static io.jenkins.plugins.k8sprotect.engine.object.Samples.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ControllerMadeTest {
    private static final ResourceType STATEFUL_SET = Samples.type("apps/v1", "StatefulSet", "statefulsets");
    private static final ResourceType DAEMON_SET = Samples.type("apps/v1", "DaemonSet", "daemonsets");
    private static final ResourceType REVISION = Samples.type("apps/v1", "ControllerRevision", "controllerrevisions");
    private static final ResourceType CRON_JOB = Samples.type("batch/v1", "CronJob", "cronjobs");
    private static final ResourceType JOB = Samples.type("batch/v1", "Job", "jobs");
    private static final ResourceType SLICE = Samples.type("discovery.k8s.io/v1", "EndpointSlice", "endpointslices");
    private static final ResourceType ENDPOINTS = Samples.type("v1", "Endpoints", "endpoints");

    private final ControllerMade made = new ControllerMade();

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(Samples.DEPLOYMENT, Samples.REPLICA_SET, true),
                Arguments.of(Samples.REPLICA_SET, Samples.POD, true),
                Arguments.of(STATEFUL_SET, Samples.POD, true),
                Arguments.of(STATEFUL_SET, REVISION, true),
                Arguments.of(DAEMON_SET, Samples.POD, true),
                Arguments.of(DAEMON_SET, REVISION, true),
                Arguments.of(JOB, Samples.POD, true),
                Arguments.of(CRON_JOB, JOB, true),
                Arguments.of(Samples.SERVICE, SLICE, true),
                Arguments.of(Samples.POD, Samples.CLAIM, true),
                Arguments.of(STATEFUL_SET, Samples.CLAIM, false),
                Arguments.of(Samples.DEPLOYMENT, Samples.CONFIG_MAP, false),
                Arguments.of(Samples.WIDGET, Samples.POD, false),
                Arguments.of(Samples.WIDGET, STATEFUL_SET, false));
    }

    @ParameterizedTest(name = "{0} makes {1}: {2}")
    @MethodSource("pairs")
    void onlyWhatABuiltInControllerMakesOfACapturedOwnerIsLeftOut(ResourceType maker, ResourceType child, boolean out) {
        ObjectHeader object = header(child, "shop", "child", List.of(owner(maker, "a")));

        assertThat(made.maker(object)).as("before the owner is captured").isEmpty();
        made.remember(header(maker, "shop", "a"), Samples.bytes("{'spec': {}}"));

        assertThat(made.maker(object).isPresent()).isEqualTo(out);
    }

    @Test
    void endpointsOfACapturedServiceWithASelectorAreMadeAgain() {
        made.remember(header(Samples.SERVICE, "shop", "web"), Samples.bytes("{'spec': {'selector': {'app': 'web'}}}"));
        made.remember(header(Samples.SERVICE, "shop", "db"), Samples.bytes("{'spec': {}}"));

        assertThat(made.maker(header(ENDPOINTS, "shop", "web"))).contains("Service web");
        assertThat(made.maker(header(ENDPOINTS, "shop", "db")))
                .as("made by hand")
                .isEmpty();
        assertThat(made.maker(header(ENDPOINTS, "other", "web"))).isEmpty();
    }

    @Test
    void endpointSlicesThatMirrorEndpointsAreMadeAgain() {
        ObjectHeader mirror = labelled(
                SLICE,
                "db-x",
                Map.of("endpointslice.kubernetes.io/managed-by", "endpointslicemirroring-controller.k8s.io"));

        assertThat(made.maker(mirror)).contains("Endpoints");
        assertThat(made.maker(header(SLICE, "shop", "by-hand"))).isEmpty();
    }

    @Test
    void aPodOfADeploymentIsMadeAgainAlsoWhereItsReplicaSetWasNotRead() {
        ObjectHeader pod = labelled(
                Samples.POD, "web-5d4f-x", Map.of("pod-template-hash", "5d4f"), owner(Samples.REPLICA_SET, "web-5d4f"));

        assertThat(made.maker(pod)).isEmpty();
        made.remember(header(Samples.DEPLOYMENT, "shop", "web"), Samples.bytes("{}"));

        assertThat(made.maker(pod)).isPresent();
        assertThat(made.maker(labelled(Samples.POD, "p", Map.of(), owner(Samples.REPLICA_SET, "web-5d4f"))))
                .isEmpty();
    }

    private static ObjectHeader labelled(
            ResourceType type, String name, Map<String, String> labels, OwnerReference... owners) {
        return new ObjectHeader(type, "shop", name, Samples.uid(type, name), labels, Map.of(), List.of(owners), false);
    }
}
