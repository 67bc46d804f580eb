package io.jenkins.plugins.k8sprotect.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class TestbedIT {

    @Test
    void a_cluster_is_started_once_and_shared_by_all_who_ask_for_its_name() {
        TestCluster cluster = Testbed.cluster("a");

        assertThat(Testbed.cluster("a")).isSameAs(cluster);
        assertThat(cluster.get("/version").orElseThrow().path("gitVersion").asString())
                .startsWith("v1.");
    }

    @Test
    void custom_resources_are_deployed_together_with_their_definition() {
        TestCluster cluster = Testbed.cluster("a");

        cluster.apply("""
                apiVersion: example.org/v1
                kind: Widget
                metadata: {name: w}
                spec: {size: 3}
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: widgets.example.org}
                spec:
                  group: example.org
                  scope: Namespaced
                  names: {kind: Widget, plural: widgets, singular: widget}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                """, "custom");
        cluster.waitQuiet(Duration.ofSeconds(1));

        assertThat(cluster.list("/apis/example.org/v1/namespaces/custom/widgets"))
                .hasSize(1);
        cluster.delete("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.example.org");
        cluster.delete("/api/v1/namespaces/custom");
    }

    @Test
    void fake_nodes_bring_a_deployment_to_ready() {
        TestCluster cluster = Testbed.cluster("fake", ClusterMode.fakeNodes(2));

        cluster.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 3
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: c, image: none.invalid/web}]}
                """, "web");

        cluster.waitFor("/apis/apps/v1/namespaces/web/deployments/web", "/status/readyReplicas", "3");
        cluster.delete("/api/v1/namespaces/web");
    }

    @Test
    @NeedsRealNode
    void a_real_node_runs_a_pod_and_commands_in_it() throws Exception {
        TestCluster cluster = Testbed.cluster("real", ClusterMode.realNode());

        cluster.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: busy}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers:
                  - name: c
                    image: test.local/busybox:1
                    imagePullPolicy: Never
                    command: [sleep, "3600"]
                """, "busy");
        cluster.waitFor("/api/v1/namespaces/busy/pods/busy", "/status/phase", "Running");

        assertThat(output(cluster, "echo", "hello from the pod")).isEqualToIgnoringNewLines("hello from the pod");
        cluster.delete("/api/v1/namespaces/busy/pods/busy");
        cluster.delete("/api/v1/namespaces/busy");
    }

    private static String output(TestCluster cluster, String... command) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var exec = cluster.api()
                .client()
                .pods()
                .inNamespace("busy")
                .withName("busy")
                .writingOutput(out)
                .exec(command)) {
            assertThat(exec.exitCode().get(30, TimeUnit.SECONDS)).isZero();
        }
        return out.toString();
    }

    @Test
    void the_s3_server_keeps_what_is_put() {
        TestS3 s3 = Testbed.s3();
        String bucket = s3.newBucket();

        try (S3Client client = s3.client()) {
            client.putObject(request -> request.bucket(bucket).key("a/b"), RequestBody.fromString("content"));

            assertThat(client.getObjectAsBytes(request -> request.bucket(bucket).key("a/b"))
                            .asUtf8String())
                    .isEqualTo("content");
        }
    }

    @Test
    void a_namespace_scoped_user_is_forbidden_everything_elsewhere() {
        TestCluster cluster = Testbed.cluster("a");

        Path kubeconfig = cluster.namespaceScopedUser("mine");

        try (RawApi user = new RawApi(kubeconfig)) {
            assertThat(user.list("/api/v1/namespaces/mine/serviceaccounts")).isNotEmpty();
            assertThat(user.request("GET", "/api/v1/namespaces/default/secrets", null)
                            .code())
                    .isEqualTo(403);
            assertThat(user.request("GET", "/api/v1/namespaces/mine", null).code())
                    .as("its own namespace is an object of the cluster, but a Role reaches it")
                    .isEqualTo(200);
            assertThat(user.request("GET", "/api/v1/namespaces", null).code()).isEqualTo(403);
            assertThat(user.request("GET", "/api/v1/persistentvolumes", null).code())
                    .isEqualTo(403);
        }
        cluster.delete("/api/v1/namespaces/mine");
    }
}
