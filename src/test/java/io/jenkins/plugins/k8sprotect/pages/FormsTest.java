package io.jenkins.plugins.k8sprotect.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.config.K8sProtectConfiguration;
import io.jenkins.plugins.k8sprotect.config.S3Storage;
import io.jenkins.plugins.k8sprotect.config.TokenCluster;
import io.jenkins.plugins.k8sprotect.harness.HarnessJenkins;
import io.jenkins.plugins.k8sprotect.steps.BackupStep;
import io.jenkins.plugins.k8sprotect.steps.ExecChoice;
import io.jenkins.plugins.k8sprotect.steps.HookStep;
import io.jenkins.plugins.k8sprotect.steps.RestoreStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms with real data in them. What was rendered lies in {@code target/forms}, to be looked at. */
class FormsTest {
    private static final Path RENDERED = Path.of("target", "forms");

    @TempDir
    private Path home;

    private HarnessJenkins jenkins;

    @BeforeEach
    void installJenkins() {
        jenkins = new HarnessJenkins(home);
    }

    @AfterEach
    void removeJenkins() {
        jenkins.close();
    }

    @Test
    void aBackupShowsTheNamesThatWereChosen() throws IOException {
        BackupStep step = new BackupStep("k8s/shop.yaml", "prod", "backups");
        step.setUnstableOn("warning");

        assertThat(form(step, "k8sBackup"))
                .contains("k8s/shop.yaml")
                .contains("<option selected=\"selected\">prod</option>")
                .contains("name=\"timeoutMinutes\" value=\"240\"");
    }

    @Test
    void aRestoreShowsNestedChoicesAndListsAsLines() throws IOException {
        TokenCluster cluster = new TokenCluster("https://dr.example.org:6443", "dr-token");
        cluster.setCaCertificate("<script>alert(1)</script>");
        S3Storage storage = new S3Storage("backups", "s3-keys");
        storage.setPrefix("prod");
        RestoreStep step = new RestoreStep("shop", cluster, storage);
        step.setMapNamespaces(Map.of("shop", "shop-staging"));
        step.setExclude(List.of("Service/kiosk", "Secret/*-token"));
        step.setPlan(true);

        assertThat(form(step, "k8sRestore"))
                .contains("https://dr.example.org:6443", "shop=shop-staging", "Service/kiosk\nSecret/*-token")
                .contains("name=\"bucket\" value=\"backups\"", "name=\"prefix\" value=\"prod\"")
                .contains("name=\"plan\" checked=\"checked\"")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void aHookShowsItsAction() throws IOException {
        ExecChoice exec = new ExecChoice(List.of("sync", "-f", "/var/lib/db"));
        exec.setSelector("app=db");

        assertThat(form(new HookStep("prod", "shop", exec), "k8sHook")).contains("sync\n-f\n/var/lib/db", "app=db");
    }

    @Test
    void theConfigurationShowsWhatHasAName() throws IOException {
        jenkins.withCluster("prod", "kubeconfig", Map.of("credentialsId", "kube-prod", "context", "admin"));
        jenkins.withStorage(
                "backups", "s3", Map.of("bucket", "backups", "region", "eu-central-1", "credentialsId", "s3-keys"));
        K8sProtectConfiguration.get().setAllowedExecCommands(List.of("aws eks get-token"));

        assertThat(form(K8sProtectConfiguration.get(), "configuration"))
                .contains("value=\"prod\"", "value=\"admin\"", "value=\"backups\"", "aws eks get-token")
                .contains("Test connection");
    }

    private static String form(Object described, String name) throws IOException {
        String html = Page.render(described, "config.jelly");
        Files.createDirectories(RENDERED);
        Files.writeString(RENDERED.resolve(name + ".html"), html);
        return html;
    }
}
