package io.jenkins.plugins.k8sprotect.config;

import static com.cloudbees.plugins.credentials.CredentialsForTests.file;
import static com.cloudbees.plugins.credentials.CredentialsForTests.keep;
import static com.cloudbees.plugins.credentials.CredentialsForTests.login;
import static com.cloudbees.plugins.credentials.CredentialsForTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.security.ACLContext;
import hudson.util.FormValidation;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.TestS3;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jenkins.model.JenkinsForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** From a credential to a real cluster and a real S3 server, in a step and in a form. */
@SuppressWarnings("try") // The context is closed, and of no other use.
class ConnectionIT {
    private static final TestCluster CLUSTER = Testbed.cluster("a");
    private static final TestS3 S3 = Testbed.s3();

    private final GivenJenkins given = new GivenJenkins();

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void a_step_reaches_the_cluster_of_a_kubeconfig() throws Exception {
        keep("team", file("kube", Files.readString(CLUSTER.kubeconfig())));

        assertThat(identity(new KubeconfigCluster("kube").login(given.onController())))
                .isEqualTo(identity(new KubeconfigCluster("kube").login(given.onAgent())))
                .isNotEmpty();
    }

    @Test
    void a_step_reaches_the_cluster_of_a_token_by_its_name() throws Exception {
        ScopedLogin scoped = ScopedLogin.of(CLUSTER, "cfg-token");
        keep(text("token", scoped.token()));
        TokenCluster cluster = new TokenCluster(scoped.server(), "token");
        cluster.setCaCertificate(scoped.authority());
        given.configuration.setClusters(List.of(new NamedClusterEntry("test", cluster)));

        assertThat(identity(Choices.cluster("test", "cluster").login(given.onController())))
                .isEqualTo("system:serviceaccount:cfg-token:namespace-admin");
    }

    private static String identity(ClusterLogin login) {
        try (Cluster cluster = Cluster.connect(login.access(), new CancelToken())) {
            return cluster.info().identity();
        }
    }

    @Test
    void a_form_says_who_and_where_and_whether_namespaces_may_be_listed() throws Exception {
        keep(file("kube", Files.readString(CLUSTER.kubeconfig())));
        ScopedLogin scoped = ScopedLogin.of(CLUSTER, "cfg-form");
        keep(text("token", scoped.token()));

        try (ACLContext who = JenkinsForTests.as(GivenJenkins.ADMIN)) {
            FormValidation admin = new KubeconfigCluster.DescriptorImpl().doTestConnection(null, "kube", "");
            FormValidation limited = new TokenCluster.DescriptorImpl()
                    .doTestConnection(null, scoped.server(), "token", scoped.authority());

            assertThat(admin.kind).as("%s", admin).isEqualTo(FormValidation.Kind.OK);
            assertThat(admin.getMessage())
                    .startsWith("Connected to https://")
                    .contains("Kubernetes v1.", ", as ", "May list namespaces: there are ");
            assertThat(limited.getMessage())
                    .contains("as system:serviceaccount:cfg-form:namespace-admin", "May not list namespaces");
        }
    }

    @Test
    void a_form_tells_a_wrong_authority_from_a_wrong_token() throws Exception {
        ScopedLogin scoped = ScopedLogin.of(CLUSTER, "cfg-wrong");
        keep(text("token", scoped.token()));
        keep(text("wrong", "not.a.token"));

        try (ACLContext who = JenkinsForTests.as(GivenJenkins.ADMIN)) {
            TokenCluster.DescriptorImpl form = new TokenCluster.DescriptorImpl();
            assertThat(form.doTestConnection(null, scoped.server(), "token", ""))
                    .hasMessageContaining("not reached: TLS failed");
            assertThat(form.doTestConnection(null, scoped.server(), "wrong", scoped.authority()))
                    .hasMessageContaining("does not accept the credential (401)");
            assertThat(form.doTestConnection(null, "https://127.0.0.1:1", "token", ""))
                    .hasMessageContaining("not reached: nothing listens there");
            assertThat(form.doTestConnection(null, "https://no-such-host.invalid", "token", ""))
                    .hasMessageContaining("not reached: the host's name is not known here");
        }
    }

    @Test
    void a_form_repeats_nothing_of_what_a_server_answers_and_follows_no_redirect() throws Exception {
        try (HostileServer inner = HostileServer.answering(200, "{\"gitVersion\":\"" + HostileServer.SECRET + "\"}");
                HostileServer redirect = HostileServer.redirecting(inner.url() + "/version");
                HostileServer refusal = HostileServer.answering(
                        500, "{\"kind\":\"Status\",\"message\":\"" + HostileServer.SECRET + "\"}")) {
            assertThat(tried(redirect)).hasMessageContaining("the server answered 302; redirects are not followed");
            assertThat(inner.requests()).isZero();
            assertThat(tried(refusal)).hasMessageContaining("the server answered 500");
            assertThat(tried(refusal).getMessage()).doesNotContain(HostileServer.SECRET);
        }
    }

    private FormValidation tried(HostileServer server) {
        String kubeconfig = """
                apiVersion: v1
                kind: Config
                current-context: c
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: c, user: {token: t0ken}}]
                contexts: [{name: c, context: {cluster: c, user: c}}]
                """.formatted(server.url());
        return ClusterProbe.run(() -> new ClusterLogin.Kubeconfig("test", kubeconfig, null, List.of()));
    }

    @Test
    void a_step_reaches_a_bucket_and_a_form_lists_it() throws Exception {
        String bucket = S3.newBucket();
        keep(login("keys", S3.accessKey(), S3.secretKey()));
        S3Storage storage = new S3Storage(bucket, "keys");
        storage.setEndpoint(S3.endpoint().toString());
        storage.setRegion(S3.region());

        try (Store store = storage.open(given.onController()).login().open()) {
            store.put("shop/file", new byte[] {1});
        }

        assertThat(listed(bucket, "keys")).hasMessageContaining("backups of 1 application.");
    }

    @Test
    void a_form_tells_a_wrong_bucket_from_a_wrong_key() throws Exception {
        keep(login("keys", S3.accessKey(), S3.secretKey()));
        keep(login("wrong", "AKIAWRONG", "hunter2"));

        assertThat(listed("no-such-bucket-here", "keys")).hasMessageStartingWith("refused: is there such a bucket");
        assertThat(listed(S3.newBucket(), "wrong")).hasMessageStartingWith("access denied");
    }

    private static FormValidation listed(String bucket, String credentialsId) {
        try (ACLContext who = JenkinsForTests.as(GivenJenkins.ADMIN)) {
            return new S3Storage.DescriptorImpl()
                    .doTestConnection(
                            null,
                            bucket,
                            credentialsId,
                            "",
                            S3.region(),
                            S3.endpoint().toString(),
                            "");
        }
    }

    /** The parts of a kubeconfig that has a token. */
    private record ScopedLogin(String server, String authority, String token) {
        @SuppressWarnings("unchecked")
        static ScopedLogin of(TestCluster cluster, String namespace) throws IOException {
            Path file = cluster.namespaceScopedUser(namespace);
            Map<String, Object> config = (Map<String, Object>)
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            Map<String, Object> server = first(config, "clusters", "cluster");
            Map<String, Object> user = first(config, "users", "user");
            return new ScopedLogin(
                    (String) server.get("server"), (String) server.get("certificate-authority-data"), (String)
                            user.get("token"));
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> first(Map<String, Object> config, String list, String key) {
            return (Map<String, Object>)
                    ((List<Map<String, Object>>) config.get(list)).get(0).get(key);
        }
    }
}
