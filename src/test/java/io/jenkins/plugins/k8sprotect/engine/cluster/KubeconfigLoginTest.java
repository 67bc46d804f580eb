package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A kubeconfig that is given as text may not read this machine's files, and runs only what its owner allows. */
class KubeconfigLoginTest {
    private static final String SERVER = "server: \"https://cluster.example:6443\"";
    private static final String EXEC_V1 = "apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never";

    @TempDir
    Path folder;

    @Test
    void theContextThatIsNamedIsUsedElseTheCurrentOne() {
        String text = FakeServer.kubeconfig("https://cluster.example:6443/", "hunter2");

        ClusterAccess current = new ClusterLogin.Kubeconfig("ci", text, null, List.of()).access();
        ClusterAccess other = new ClusterLogin.Kubeconfig("ci", text, "other", List.of()).access();

        assertThat(current.server()).isEqualTo("https://cluster.example:6443");
        assertThat(current.defaultNamespace()).isEqualTo("shop");
        assertThat(other.defaultNamespace()).isEmpty();
        assertThat(new Credential(current).fields()).isEqualTo("Authorization: Bearer hunter2\r\n");
        assertThat(current.readAgain().getAutoOAuthToken()).isEqualTo("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "certificate-authority, certificate-authority-data, cluster",
        "client-certificate, client-certificate-data, user",
        "client-key, client-key-data, user",
        "tokenFile, token, user"
    })
    void aFileOfThisMachineIsNotReadForIt(String field, String instead, String where) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        String more = field + ": \"" + secret + "\"";
        String text = where.equals("user") ? text(SERVER, more) : text(SERVER + ", " + more, "token: t");

        refused(text, null)
                .hasMessageContaining("kubeconfig ci, context main: " + field + " names a file")
                .hasMessageContaining("put the content into " + instead);
    }

    @Test
    void aFileOfTheCommandLineMayNameFilesBesideIt() throws IOException {
        Files.writeString(folder.resolve("token"), "from-a-file\n");

        ClusterAccess access = WireServer.access(folder, SERVER, "token: old, tokenFile: token");
        assertThat(new Credential(access).fields()).isEqualTo("Authorization: Bearer from-a-file\r\n");

        Files.writeString(folder.resolve("token"), "renewed\n");
        assertThat(access.readAgain().getAutoOAuthToken()).isEqualTo("renewed");
    }

    @Test
    void aTokenFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> WireServer.access(folder, SERVER, "tokenFile: none"))
                .isInstanceOf(InvalidAccess.class)
                .hasMessageContaining("tokenFile: " + folder.resolve("none") + " cannot be read");
    }

    @Test
    void aCommandThatIsNotAllowedDoesNotRun() throws IOException {
        Path trace = folder.resolve("trace");
        String text = text(SERVER, exec("touch", "args: [\"" + trace + "\"]"));

        refused(text, List.of("aws", "kubelogin"))
                .hasMessageContaining("context main")
                .hasMessageContaining("the command touch, which is not allowed here (allowed: aws, kubelogin)")
                .hasMessageContaining("an administrator allows commands in Manage Jenkins → System → Kubernetes"
                        + " Application Protection");
        refused(text, List.of()).hasMessageContaining("none is allowed");

        assertThat(trace).doesNotExist();
        // The proof that it would have run.
        assertThatThrownBy(() -> login(text, null).access()).isInstanceOf(InvalidAccess.class);
        assertThat(trace).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/bin/plugin", "./plugin", "Plugin", "plugin ", "plugin\\n"})
    void aCommandIsAllowedAsItIsWritten(String command) {
        refused(text(SERVER, exec(command, "args: []")), List.of("plugin")).hasMessageContaining("is not allowed here");
    }

    @Test
    void anAllowedCommandRuns() throws IOException {
        Path plugin =
                plugin("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"fresh\"}}'");
        String text = text(SERVER, exec(plugin.toString(), "env: [{name: AWS_PROFILE, value: prod}]"));

        ClusterAccess access = login(text, List.of(plugin.toString())).access();

        assertThat(new Credential(access).fields()).isEqualTo("Authorization: Bearer fresh\r\n");
    }

    @Test
    void aCommandMayBeAllowedWithItsFirstArgumentsAlone() throws IOException {
        Path trace = folder.resolve("trace");
        String plugin = plugin("touch " + trace).toString();
        List<String> allowed = List.of(plugin + " eks get-token");

        for (String args : List.of("[s3, cp, hunter2]", "[eks]", "[]", "[eks get-token]", "[get-token, eks]")) {
            refused(text(SERVER, exec(plugin, "args: " + args)), allowed).hasMessageContaining("is not allowed here");
        }
        assertThat(trace).doesNotExist();

        String wanted = text(SERVER, exec(plugin, "args: [eks, get-token, --cluster-name, shop]"));
        refused(wanted, allowed).hasMessageContaining("printed no ExecCredential");
        assertThat(trace).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LD_PRELOAD", "PATH", "AWS_CONFIG_FILE", "PYTHONPATH", "NODE_OPTIONS", "BASH_ENV"})
    void anAllowedCommandIsNotMadeToRunAnother(String variable) throws IOException {
        Path trace = folder.resolve("trace");
        Path plugin = plugin("touch " + trace);
        String text = text(SERVER, exec(plugin.toString(), "env: [{name: " + variable + ", value: x}]"));

        refused(text, List.of(plugin.toString())).hasMessageContaining("sets the variable " + variable);

        assertThat(trace).doesNotExist();
    }

    @Test
    void onlyTheUserOfTheChosenContextCounts() {
        String text = """
                current-context: main
                clusters: [{name: c, cluster: {server: "https://cluster.example"}}]
                users:
                - {name: u, user: {token: t}}
                - {name: v, user: {exec: {command: evil}}}
                contexts:
                - {name: main, context: {cluster: c, user: u}}
                - {name: other, context: {cluster: c, user: v}}
                """;

        assertThat(login(text, List.of()).access().server()).isEqualTo("https://cluster.example");
        assertThatThrownBy(() -> new ClusterLogin.Kubeconfig("ci", text, "other", List.of()).access())
                .hasMessageContaining("context other")
                .hasMessageContaining("the command evil");
    }

    @Test
    void anAuthProviderIsRefusedWhereCommandsAre() {
        String text = text(SERVER, "auth-provider: {name: gcp, config: {access-token: hunter2, cmd-path: /bin/evil}}");

        refused(text, List.of("aws")).hasMessageContaining("auth-provider is not allowed here");
        assertThat(new Credential(login(text, null).access()).fields()).isEqualTo("Authorization: Bearer hunter2\r\n");
    }

    @Test
    void itTravelsAndShowsNoCredential() throws IOException {
        ClusterLogin login = login(text(SERVER, "token: hunter2"), List.of());

        assertThat(login.toString()).isEqualTo("Kubeconfig[ci]");
        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(login);
    }

    private static String exec(String command, String more) {
        return "exec: {" + EXEC_V1 + ", command: \"" + command + "\", " + more + "}";
    }

    private Path plugin(String line) throws IOException {
        Path plugin = Files.writeString(folder.resolve("plugin"), "#!/bin/sh\n" + line + "\n");
        assertThat(plugin.toFile().setExecutable(true)).isTrue();
        return plugin;
    }

    private static String text(String cluster, String user) {
        return "current-context: main\nclusters: [{name: c, cluster: {" + cluster + "}}]\nusers: [{name: u, user: {"
                + user + "}}]\ncontexts: [{name: main, context: {cluster: c, user: u}}]\n";
    }

    private static ClusterLogin login(String text, List<String> allowed) {
        return new ClusterLogin.Kubeconfig("ci", text, null, allowed);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String text, List<String> allowed) {
        return assertThatThrownBy(() -> login(text, allowed).access())
                .isInstanceOf(InvalidAccess.class)
                .hasMessageContaining("kubeconfig ci")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }
}
