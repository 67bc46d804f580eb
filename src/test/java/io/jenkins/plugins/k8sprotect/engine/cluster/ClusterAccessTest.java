package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterAccessTest {
    private static final String SERVER = "https://cluster.example:6443";

    /** Where the client library looks when nothing else says who to be. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "kubernetes.auth.token", "environment-token",
            "kubernetes.master", "https://environment.example",
            "kubernetes.auth.basic.username", "environment-user",
            "kubernetes.auth.basic.password", "environment-password",
            "kubernetes.namespace", "environment");

    @TempDir
    Path folder;

    @AfterEach
    void forgetTheEnvironment() {
        ENVIRONMENT.keySet().forEach(System::clearProperty);
    }

    @Test
    void theCurrentContextIsUsedUnlessOneIsNamed() throws IOException {
        Path file = write(FakeServer.kubeconfig(SERVER + "/", "hunter2"));

        assertThat(ClusterAccess.fromKubeconfig(file, null).defaultNamespace()).isEqualTo("shop");
        assertThat(ClusterAccess.fromKubeconfig(file, "other").defaultNamespace())
                .isEmpty();
        assertThat(ClusterAccess.fromKubeconfig(file, "other").server()).isEqualTo(SERVER);
    }

    @Test
    void aFileThatIsNotThereIsToldByItsName() {
        refused(folder.resolve("none"), null).hasMessageContaining("none").hasMessageContaining("no such file");
        refused(folder, null).hasMessageContaining("cannot be read");
    }

    @Test
    void aContextThatIsNotThereIsToldWithThoseThatAre() throws IOException {
        refused(write(FakeServer.kubeconfig(SERVER, "hunter2")), "mian")
                .hasMessageContaining("no context mian")
                .hasMessageContaining("main, other");
    }

    @Test
    void withoutACurrentContextOneMustBeChosen() throws IOException {
        String text = FakeServer.kubeconfig(SERVER, "hunter2").replace("current-context: main", "");

        refused(write(text), null).hasMessageContaining("no current-context").hasMessageContaining("main, other");
    }

    @Test
    void aContextOfAClusterOrUserThatIsNotThereIsRefused() throws IOException {
        String text = FakeServer.kubeconfig(SERVER, "hunter2");

        refused(write(text.replace("{cluster: c, user: u}", "{cluster: d, user: u}")), "other")
                .hasMessageContaining("no cluster named d");
        refused(write(text.replace("{cluster: c, user: u}", "{cluster: c, user: v}")), "other")
                .hasMessageContaining("no user named v");
        refused(write(text.replace("{cluster: c, user: u}", "{}")), "other").hasMessageContaining("no cluster named");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "- hunter2",
                "{token: hunter2",
                "clusters: hunter2",
                "clusters: [{}]\nusers: [{user: {token: hunter2}}]\ncontexts: [{name: a, context: {cluster: c, user: u}}]\n"
                        + "current-context: a",
                "\u0000hunter2\u0001"
            })
    void garbageIsRefusedWithoutQuotingIt(String text) throws IOException {
        refused(write(text), null);
    }

    @Test
    void aKeyThatCannotBeUsedIsToldWithoutQuotingIt() throws IOException {
        String text = FakeServer.kubeconfig(SERVER, "hunter2")
                .replace("token: \"hunter2\"", "client-certificate-data: hunter2, client-key-data: hunter2");

        assertThatThrownBy(() -> new Transport(ClusterAccess.fromKubeconfig(write(text), null)))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void theEnvironmentIsNeverLookedAt() throws IOException {
        ENVIRONMENT.forEach(System::setProperty);

        ClusterAccess access = ClusterAccess.fromKubeconfig(write(FakeServer.kubeconfig(SERVER, "")), "other");

        assertThat(access.server()).isEqualTo(SERVER);
        assertThat(access.defaultNamespace()).isEmpty();
        assertThat(access.config().getOauthToken()).isNullOrEmpty();
        assertThat(access.config().getAutoOAuthToken()).isNullOrEmpty();
        assertThat(access.config().getUsername()).isNull();
        assertThat(access.readAgain().getOauthToken()).isNullOrEmpty();
        assertThat(access.readAgain().getAutoOAuthToken()).isNullOrEmpty();
    }

    @Test
    void aTokenThatIsGivenIsTheOnlyIdentity() {
        ENVIRONMENT.forEach(System::setProperty);

        ClusterAccess access = new ClusterLogin.Token(SERVER, "given", null).access();

        assertThat(access.server()).isEqualTo(SERVER);
        assertThat(access.defaultNamespace()).isEmpty();
        assertThat(new Credential(access).fields()).isEqualTo("Authorization: Bearer given\r\n");
    }

    @Test
    void itsTextFormHoldsNoCredential() throws IOException {
        assertThat(ClusterAccess.fromKubeconfig(write(FakeServer.kubeconfig(SERVER, "hunter2")), null)
                        .toString())
                .doesNotContain("hunter2");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(Path file, String context) {
        return assertThatThrownBy(() -> ClusterAccess.fromKubeconfig(file, context))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageContaining("kubeconfig " + file)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), text);
    }
}
