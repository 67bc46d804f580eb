package io.jenkins.plugins.k8sprotect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfiguratorException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** {@code unclassified: k8sProtect:} as the plugin Configuration as Code loads and exports it. */
@WithJenkins
class ConfigurationAsCodeLoadTest {
    private static final String YAML = """
            unclassified:
              k8sProtect:
                clusters:
                  - name: prod
                    cluster:
                      kubeconfig:
                        credentialsId: kube-prod
                        context: admin
                  - name: dr
                    cluster:
                      token:
                        server: https://10.0.0.1:6443
                        credentialsId: kube-dr
                storages:
                  - name: backups
                    storage:
                      s3:
                        bucket: backups
                        credentialsId: backups
                        region: eu-central-1
                  - name: local
                    storage:
                      directory:
                        path: /var/backups/k8s
                allowedExecCommands:
                  - aws-iam-authenticator
                maxConcurrentOnController: 7
            """;

    @TempDir
    private Path folder;

    @Test
    void itIsLoaded(JenkinsRule jenkins) throws Exception {
        load(YAML);

        K8sProtectConfiguration configuration = K8sProtectConfiguration.get();
        KubeconfigCluster prod = (KubeconfigCluster) configuration.cluster("prod");
        assertEquals("kube-prod", prod.getCredentialsId());
        assertEquals("admin", prod.getContext());
        assertEquals("https://10.0.0.1:6443", ((TokenCluster) configuration.cluster("dr")).getServer());
        assertEquals("eu-central-1", ((S3Storage) configuration.storage("backups")).getRegion());
        assertEquals(7, configuration.getMaxConcurrentOnController());
    }

    @Test
    void itIsExportedAsItWasWritten(JenkinsRule jenkins) throws Exception {
        load(YAML);

        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);

        String yaml = exported.toString(StandardCharsets.UTF_8).replace("\"", "");
        for (String line : YAML.substring(YAML.indexOf("k8sProtect")).lines().toList()) {
            String words = line.strip().replaceFirst("^- ", "");
            assertTrue(yaml.contains(words), words + " in\n" + yaml);
        }
    }

    @Test
    void aMistakeStopsItAndNamesTheEntry(JenkinsRule jenkins) throws Exception {
        String twice = YAML.replace("name: dr", "name: prod");

        Throwable failure = assertThrows(ConfiguratorException.class, () -> load(twice));

        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        assertTrue(messages.toString().contains("clusters[1] prod: name: found twice"), messages.toString());
    }

    private void load(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("jenkins.yaml"), yaml);
        ConfigurationAsCode.get().configure(file.toString());
    }
}
