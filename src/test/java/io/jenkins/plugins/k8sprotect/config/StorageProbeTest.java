package io.jenkins.plugins.k8sprotect.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.FormValidation;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageProbeTest {
    @Test
    void a_directory_is_listed(@TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve("shop"));
        Files.writeString(root.resolve("shop/file"), "x");

        FormValidation answer = StorageProbe.run(() -> new StoreLogin.Directory(root.toString()));

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(answer).hasMessageContaining("backups of 1 application.");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404})
    void what_a_server_answers_is_not_repeated(int status) throws Exception {
        String body = "<Error><Code>" + HostileServer.SECRET + "</Code><Message>" + HostileServer.SECRET
                + "</Message></Error>";
        try (HostileServer server = HostileServer.answering(status, body)) {
            FormValidation answer = StorageProbe.run(() -> login(server));

            assertThat(answer.getMessage()).doesNotContain(HostileServer.SECRET);
            assertThat(server.requests()).isPositive();
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (HostileServer inner = HostileServer.answering(200, HostileServer.SECRET);
                HostileServer outer = HostileServer.redirecting(inner.url() + "/metadata")) {
            FormValidation answer = StorageProbe.run(() -> login(outer));

            assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(outer.requests()).isPositive();
            assertThat(inner.requests()).isZero();
        }
    }

    @Test
    void a_server_that_is_not_there_is_told_in_plain_words() {
        FormValidation answer = StorageProbe.run(() -> new StoreLogin.S3(
                new StoreUrl.S3("backups", "", "http://127.0.0.1:1", "us-east-1", true),
                StoreCredentials.of("AKIA", "hunter2")));

        assertThat(answer).hasMessage("not reached: nothing listens there, or a firewall refuses");
    }

    private static StoreLogin login(HostileServer server) {
        return new StoreLogin.S3(
                new StoreUrl.S3("backups", "", server.url(), "us-east-1", true),
                StoreCredentials.of("AKIA", "hunter2"));
    }
}
