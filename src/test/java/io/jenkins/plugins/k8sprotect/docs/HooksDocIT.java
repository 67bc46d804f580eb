package io.jenkins.plugins.k8sprotect.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.cli.Main;
import io.jenkins.plugins.k8sprotect.testbed.ClusterMode;
import io.jenkins.plugins.k8sprotect.testbed.NeedsRealNode;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in {@code docs/hooks.md} do what it says, in the order in which they stand there. */
@NeedsRealNode
class HooksDocIT {
    private static final Path DOCUMENT = Path.of("docs/hooks.md");
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: db-0, labels: {app: db}}
            spec:
              terminationGracePeriodSeconds: 0
              containers:
              - {name: db, image: "test.local/busybox:1", imagePullPolicy: Never, command: [sleep, "3600"]}
            """;

    @TempDir
    private Path folder;

    @Test
    void the_commands_work() throws Exception {
        TestCluster cluster = Testbed.cluster("real", ClusterMode.realNode());
        cluster.apply(POD, "shop");
        cluster.waitFor("/api/v1/namespaces/shop/pods/db-0", "/status/containerStatuses/0/ready", "true");
        Files.writeString(folder.resolve("policy.yaml"), manifest());

        List<ShownCommand> commands = ShownCommand.in(Document.read(DOCUMENT)).toList();

        assertThat(commands).hasSize(5);
        List<String> outputs = new ArrayList<>();
        for (ShownCommand command : commands) {
            outputs.add(run(cluster, command));
        }
        assertThat(outputs.get(1)).contains("stdout: flushed db-0");
        assertThat(outputs.get(2)).contains("stdout: quiet", "stderr: done", "exit code 0");
        assertThat(outputs.get(3)).contains("created 2");
        assertThat(outputs.get(4)).contains("unchanged 2");
        cluster.delete("/api/v1/namespaces/shop");
    }

    private static String manifest() throws IOException {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String run(TestCluster cluster, ShownCommand command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(command.arguments()));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", cluster.kubeconfig().toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
        return output;
    }
}
