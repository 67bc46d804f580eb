package io.jenkins.plugins.k8sprotect.config;

import static com.cloudbees.plugins.credentials.CredentialsForTests.brokenFile;
import static com.cloudbees.plugins.credentials.CredentialsForTests.file;
import static com.cloudbees.plugins.credentials.CredentialsForTests.keep;
import static com.cloudbees.plugins.credentials.CredentialsForTests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterChoicesTest {
    private final GivenJenkins given = new GivenJenkins();

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void a_kubeconfig_may_run_on_the_controller_what_the_administrator_allowed() throws Exception {
        keep(file("kube", "kind: Config"));
        given.configuration.setAllowedExecCommands(List.of("aws-iam-authenticator"));
        KubeconfigCluster cluster = new KubeconfigCluster(" kube ");
        cluster.setContext("admin");

        assertThat(cluster.login(given.onController()))
                .isEqualTo(new ClusterLogin.Kubeconfig(
                        "credential kube", "kind: Config", "admin", List.of("aws-iam-authenticator")));
    }

    @Test
    void a_kubeconfig_may_run_nothing_on_the_controller_by_default_and_anything_on_an_agent() throws Exception {
        keep(file("kube", "kind: Config"));
        KubeconfigCluster cluster = new KubeconfigCluster("kube");

        assertThat(((ClusterLogin.Kubeconfig) cluster.login(given.onController())).allowedCommands())
                .isEmpty();
        assertThat(((ClusterLogin.Kubeconfig) cluster.login(given.onAgent())).allowedCommands())
                .isNull();
    }

    @Test
    void a_token_is_the_text_of_its_credential() throws Exception {
        keep("team", text("token", " t0ken\n"));
        TokenCluster cluster = new TokenCluster("https://10.0.0.1:6443", "token");
        cluster.setCaCertificate("-----BEGIN CERTIFICATE-----");

        assertThat(cluster.login(given.onAgent()))
                .isEqualTo(new ClusterLogin.Token("https://10.0.0.1:6443", "t0ken", "-----BEGIN CERTIFICATE-----"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | found nothing",
                "http://10.0.0.1 | found http://",
                "ftp://10.0.0.1 | no https:// URL",
                "10.0.0.1:6443 | found no URL",
                "https://admin:hunter2@10.0.0.1 | holds a user or a password",
                "https://10.0.0.1?token=hunter2 | no https:// URL",
                "https:// hunter2 | found no URL",
            })
    void a_token_is_sent_nowhere_but_to_an_https_server(String server, String message) {
        keep(text("token", "t0ken"));

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new TokenCluster(server, "token").login(given.onController()))
                .withMessageContainingAll("server: ", message, "allowed is a URL such as https://10.0.0.1:6443")
                .withMessageNotContaining("hunter2");
        assertThat(new TokenCluster(server, "token").shown()).doesNotContain("hunter2");
    }

    @Test
    void what_a_credential_holds_must_be_of_use() {
        keep(brokenFile("broken"));
        keep(file("empty", " \n"));
        keep(file("large", "x".repeat((1 << 20) + 1)));
        keep(text("blank", " "));
        keep(text("two", "s3cret words"));

        refused("broken", "the file cannot be read (IOException)");
        refused("empty", "the file is empty");
        refused("large", "the file is larger than 1 MiB");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new TokenCluster("https://k", "blank").login(given.onController()))
                .withMessage("credentialsId: 'blank' cannot be used: the text is empty");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new TokenCluster("https://k", "two").login(given.onController()))
                .withMessageContaining("holds a space")
                .withMessageNotContaining("s3cret");
    }

    private void refused(String id, String why) {
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new KubeconfigCluster(id).login(given.onController()))
                .withMessageStartingWith("credentialsId: '" + id + "' cannot be used: " + why);
    }

    @Test
    void what_people_see_is_where_and_as_whom() {
        KubeconfigCluster cluster = new KubeconfigCluster("kube-prod");
        assertThat(cluster.shown()).isEqualTo("kubeconfig kube-prod");
        cluster.setContext("admin");
        assertThat(cluster.shown()).isEqualTo("kubeconfig kube-prod, context admin");
        assertThat(new TokenCluster("https://k:6443", "t").shown()).isEqualTo("token for https://k:6443");
        assertThat(new NamedCluster("prod").shown()).isEqualTo("prod");
    }
}
