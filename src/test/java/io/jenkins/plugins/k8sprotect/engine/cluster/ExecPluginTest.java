package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.testbed.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ExecPluginTest {
    private static final String V1 = "apiVersion: client.authentication.k8s.io/v1";
    private static final String ANSWER =
            "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"fresh\"}}'";

    @TempDir
    Path folder;

    @Test
    void itIsRunWithItsArgumentsAndVariablesAndNoShell() throws IOException {
        Config config = run(
                "printf '%s|' \"$@\" > " + file("args") + "; echo \"$STAGE\" > " + file("stage") + "; " + ANSWER,
                V1 + ", args: [\"a b\", \"$(touch " + file("injected")
                        + ")\", \"'\"], env: [{name: STAGE, value: prod}]");

        assertThat(config.getAutoOAuthToken()).isEqualTo("fresh");
        assertThat(file("args")).hasContent("a b|$(touch " + file("injected") + ")|'|");
        assertThat(file("stage")).hasContent("prod");
        assertThat(file("injected")).doesNotExist();
    }

    @Test
    void itIsToldWhichVersionToSpeakAndAboutTheClusterIfItAsks() throws IOException {
        run("printf '%s' \"$KUBERNETES_EXEC_INFO\" > " + file("info") + "; " + ANSWER, V1);
        ObjectNode plain = Json.object(Files.readAllBytes(file("info")));
        assertThat(plain.path("apiVersion").stringValue()).isEqualTo("client.authentication.k8s.io/v1");
        assertThat(plain.path("spec").path("interactive").booleanValue()).isFalse();
        assertThat(plain.path("spec").has("cluster")).isFalse();

        run(
                "printf '%s' \"$KUBERNETES_EXEC_INFO\" > " + file("info") + "; " + ANSWER,
                V1 + ", provideClusterInfo: true");
        ObjectNode asked = Json.object(Files.readAllBytes(file("info")));
        assertThat(asked.path("spec").path("cluster").path("server").stringValue())
                .isEqualTo("https://c.example");
    }

    @Test
    void itMayAnswerWithAClientCertificate() throws IOException {
        String pem = "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":"
                + "{\"clientCertificateData\":\"CERT\",\"clientKeyData\":\"KEY\"}}'";

        Config config = run(pem, "apiVersion: client.authentication.k8s.io/v1beta1");

        assertThat(config.getClientCertData()).isEqualTo("CERT");
        assertThat(config.getClientKeyData()).isEqualTo("KEY");
    }

    @Test
    void whatItSaysOnStandardErrorIsNoPartOfItsAnswer() throws IOException {
        assertThat(run("echo hunter2 >&2; " + ANSWER, V1).getAutoOAuthToken()).isEqualTo("fresh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo hunter2",
                "echo hunter2; exit 3",
                "echo hunter2 >&2; exit 3",
                "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"hunter2\":1}}'",
                "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"hunter2\"}}'",
                "yes hunter2",
                "true"
            })
    void anAnswerThatIsNoCredentialIsToldWithoutQuotingIt(String script) {
        refused(script, V1).hasMessageContaining("context main: exec: command " + file("plugin"));
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() throws IOException {
        String text = "apiVersion: client.authentication.k8s.io/v1\ncommand: \""
                + plugin("echo $$ > " + file("pid") + "; sleep 600") + "\"\n";
        KubeconfigSection exec = new KubeconfigSection(KubeconfigYaml.parse(text, "x"), "x");
        ExecEntry entry = new ExecEntry(exec, KubeconfigSource.of(file("kubeconfig")), "x");

        assertThatThrownBy(() -> new ExecPlugin(entry, Duration.ofSeconds(1)).run(Config.empty(), exec))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageContaining("did not end within 1 seconds");

        long pid = Long.parseLong(Files.readString(file("pid")).strip());
        Await.until("the end of the command", Duration.ofSeconds(10), () -> isGone(pid), () -> "process " + pid);
    }

    private static boolean isGone(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    @Test
    void aMissingCommandIsToldWithTheHintHowToInstallIt() {
        assertThatThrownBy(() -> WireServer.access(
                        folder,
                        "server: \"https://c.example\"",
                        "exec: {" + V1 + ", command: no-such-plugin, installHint: \"Get it\\nfrom example.org\"}"))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageContaining("command no-such-plugin cannot be run")
                .hasMessageContaining("Get it from example.org");
    }

    @Test
    void whatNeedsATerminalOrAnotherVersionIsRefusedBeforeItRuns() {
        refused("touch " + file("trace"), V1 + ", interactiveMode: Always").hasMessageContaining("interactiveMode");
        refused("touch " + file("trace"), "apiVersion: client.authentication.k8s.io/v1alpha1")
                .hasMessageContaining("apiVersion: found client.authentication.k8s.io/v1alpha1; allowed:");
        refused("touch " + file("trace"), "args: []").hasMessageContaining("apiVersion: found nothing");

        assertThat(file("trace")).doesNotExist();
    }

    @Test
    void aPathIsRelativeToTheKubeconfig() throws IOException {
        plugin(ANSWER);

        ClusterAccess access =
                WireServer.access(folder, "server: \"https://c.example\"", "exec: {" + V1 + ", command: ./plugin}");

        assertThat(access.config().getAutoOAuthToken()).isEqualTo("fresh");
    }

    private Config run(String script, String exec) throws IOException {
        return access(script, exec).config();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String script, String exec) {
        return assertThatThrownBy(() -> access(script, exec))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    private ClusterAccess access(String script, String exec) throws IOException {
        return WireServer.access(
                folder, "server: \"https://c.example\"", "exec: {" + exec + ", command: \"" + plugin(script) + "\"}");
    }

    private Path plugin(String script) throws IOException {
        Path plugin = Files.writeString(file("plugin"), "#!/bin/sh\n" + script + "\n");
        assertThat(plugin.toFile().setExecutable(true)).isTrue();
        return plugin;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
