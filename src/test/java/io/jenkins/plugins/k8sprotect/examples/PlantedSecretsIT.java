package io.jenkins.plugins.k8sprotect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsForTests;
import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.HarnessJenkins;
import io.jenkins.plugins.k8sprotect.harness.build.BuildOnDisk;
import io.jenkins.plugins.k8sprotect.harness.build.Leaks;
import io.jenkins.plugins.k8sprotect.harness.pipeline.RunningPipeline;
import io.jenkins.plugins.k8sprotect.testbed.Await;
import io.jenkins.plugins.k8sprotect.testbed.ClusterMode;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.TestS3;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret is in the log, in results, in artifacts or in what is persisted: after success, and after each kind of failure. */
class PlantedSecretsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TestCluster CLUSTER = Testbed.cluster("prod", ClusterMode.fakeNodes(1));
    private static final TestS3 S3 = Testbed.s3();

    private static final String DEFINITION =
            "apiVersion: protect.k8s.jenkins.io/v1\\nkind: Application\\nmetadata: {name: vault}\\nspec: {namespaces: [%s]}";

    @TempDir
    private Path home;

    private final String namespace = "vault-" + UUID.randomUUID().toString().substring(0, 8);
    private final String valueOfSecret = "planted-value-" + UUID.randomUUID();
    private final Leaks leaks = new Leaks();

    private HarnessJenkins jenkins;
    private String kubeconfig;
    private String bucket;

    @BeforeEach
    void plant() throws Exception {
        kubeconfig = Files.readString(CLUSTER.namespaceScopedUser(namespace));
        CLUSTER.apply(
                "{apiVersion: v1, kind: Secret, metadata: {name: planted}, stringData: {password: " + valueOfSecret
                        + "}}",
                namespace);
        bucket = S3.newBucket();
        leaks.plant("token of the kubeconfig", tokenOf(kubeconfig))
                .plant("secret key of S3", S3.secretKey())
                .plant("value of a Secret", valueOfSecret);
        jenkins = new HarnessJenkins(home);
        jenkins.with(CredentialsForTests.login("keys", S3.accessKey(), S3.secretKey()));
        storage("backups", bucket, "keys");
        cluster("vault", kubeconfig);
    }

    @AfterEach
    void nothingLeaked() throws Exception {
        jenkins.close();
        assertThat(leaks.below(home)).isEmpty();
    }

    @Test
    void success() throws Exception {
        BuildOnDisk build = run(backup("vault", "backups", namespace) + restore("vault", "backups"));

        assertThat(build.getResult()).isEqualTo(Result.SUCCESS);
        assertThat(build.file("archive/k8s-protect")).isNotEmptyDirectory();
    }

    @Test
    void a_changed_object_shows_no_secret_value_in_the_plan() throws Exception {
        run(backup("vault", "backups", namespace));
        String another = "another-value-" + UUID.randomUUID();
        leaks.plant("value that was put in since", another);
        CLUSTER.apply(
                "{apiVersion: v1, kind: Secret, metadata: {name: planted}, stringData: {password: " + another + "}}",
                namespace);

        BuildOnDisk build = run("def p = k8sRestore(app: 'vault', cluster: 'vault', storage: 'backups', plan: true,"
                + " conflict: 'replace'); echo \"${p.plan}\"");

        assertThat(build.log().text()).contains("Secret", "replace");
    }

    @Test
    void a_credential_that_the_cluster_does_not_take() throws Exception {
        String wrong = "wrong-token-" + UUID.randomUUID();
        leaks.plant("wrong token", wrong);
        cluster("wrong", kubeconfig.replace(tokenOf(kubeconfig), wrong));

        fails(backup("wrong", "backups", namespace), "credential");
    }

    @Test
    void a_namespace_that_is_forbidden() throws Exception {
        fails(backup("vault", "backups", "kube-system"), "not allowed to list");
    }

    @Test
    void a_cluster_that_cannot_be_reached() throws Exception {
        cluster("nowhere", at("https://127.0.0.1:1"));

        fails(backup("nowhere", "backups", namespace), "127.0.0.1:1");
    }

    @Test
    void a_kubeconfig_that_is_none() throws Exception {
        cluster(
                "broken",
                "apiVersion: v1\nkind: Config\nusers: [{name: x, user: {token: " + tokenOf(kubeconfig) + "\n");

        fails(backup("broken", "backups", namespace), "kubeconfig-broken");
    }

    @Test
    void a_bucket_that_is_not_there() throws Exception {
        storage("missing", "no-such-bucket-" + UUID.randomUUID(), "keys");

        fails(backup("vault", "missing", namespace), "no-such-bucket");
    }

    @Test
    void keys_that_the_storage_does_not_take() throws Exception {
        String wrong = "wrong-key-" + UUID.randomUUID();
        leaks.plant("wrong secret key", wrong);
        jenkins.with(CredentialsForTests.login("wrong-keys", S3.accessKey(), wrong));
        storage("locked", bucket, "wrong-keys");

        fails(backup("vault", "locked", namespace), "locked");
    }

    @Test
    void an_abort_in_the_middle() throws Exception {
        try (SilentServer server = new SilentServer()) {
            RunningPipeline build = startAgainst(server);

            build.abort();

            assertThat(build.await()).isEqualTo(Result.ABORTED);
        }
    }

    @Test
    void an_agent_that_is_killed_and_comes_back() throws Exception {
        try (SilentServer server = new SilentServer()) {
            RunningPipeline build = startAgainst(server);
            int before = server.connections();

            jenkins.runner().agent().kill();
            jenkins.runner().agent().comeBack();
            Await.until("dispatched again", PATIENCE, () -> server.connections() > before, () -> build.build()
                    .log()
                    .text());
            build.abort();

            assertThat(build.await()).isEqualTo(Result.ABORTED);
        }
    }

    @Test
    void a_controller_that_is_restarted_in_the_middle() throws Exception {
        try (SilentServer server = new SilentServer()) {
            RunningPipeline build = startAgainst(server);
            int before = server.connections();

            build.restart();
            Await.until("dispatched again", PATIENCE, () -> server.connections() > before, () -> build.build()
                    .log()
                    .text());
            build.abort();

            assertThat(build.await()).isEqualTo(Result.ABORTED);
        }
    }

    private RunningPipeline startAgainst(SilentServer server) {
        cluster("silent", at(server.url()));
        RunningPipeline build =
                jenkins.runner().start(jenkins.job("vault"), "node { " + backup("silent", "backups", namespace) + " }");
        Await.until("the server is asked", PATIENCE, () -> server.connections() > 0, () -> build.build()
                .log()
                .text());
        assertThat(build.build().file("step-vault-1-2.ser"))
                .as("what is persisted of the running step")
                .isNotEmptyFile();
        return build;
    }

    private void fails(String step, String message) throws InterruptedException {
        BuildOnDisk build = run(step);

        assertThat(build.getResult()).isEqualTo(Result.FAILURE);
        assertThat(build.log().text()).contains(message);
    }

    private BuildOnDisk run(String steps) throws InterruptedException {
        jenkins.runner().showing(System.out);
        return jenkins.runner().run(jenkins.job("vault"), "node {\n" + steps + "\n}");
    }

    private static String backup(String cluster, String storage, String namespace) {
        return "k8sBackup(app: \"" + DEFINITION.formatted(namespace) + "\", cluster: '" + cluster + "', storage: '"
                + storage + "')\n";
    }

    private static String restore(String cluster, String storage) {
        return "k8sRestore(app: 'vault', cluster: '" + cluster + "', storage: '" + storage + "')\n";
    }

    private void cluster(String name, String content) {
        jenkins.with(CredentialsForTests.file("kubeconfig-" + name, content))
                .withCluster(name, "kubeconfig", Map.of("credentialsId", "kubeconfig-" + name));
    }

    private void storage(String name, String inBucket, String credentialsId) {
        jenkins.withStorage(
                name,
                "s3",
                new HashMap<>(Map.of(
                        "bucket",
                        inBucket,
                        "credentialsId",
                        credentialsId,
                        "endpoint",
                        S3.endpoint().toString(),
                        "region",
                        S3.region())));
    }

    /** The kubeconfig with another server; the authority belongs to the real one. */
    private String at(String server) {
        return kubeconfig
                .replaceAll("\"server\":\"[^\"]*\"", "\"server\":\"" + server + "\"")
                .replaceAll("\"certificate-authority-data\":\"[^\"]*\",?", "");
    }

    private static String tokenOf(String kubeconfig) {
        Matcher token = Pattern.compile("\"?token\"?\\s*:\\s*\"?([^\"\\s]+)").matcher(kubeconfig);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
