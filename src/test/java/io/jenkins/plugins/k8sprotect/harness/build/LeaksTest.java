package io.jenkins.plugins.k8sprotect.harness.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaksTest {
    @TempDir
    private Path folder;

    @Test
    void a_secret_is_found_as_it_is_and_as_base64_in_any_file() throws Exception {
        Files.writeString(folder.resolve("log"), "token=planted-secret!");
        Files.write(
                Files.createDirectory(folder.resolve("b")).resolve("state"), Wire.persisted("cGxhbnRlZC1zZWNyZXQ="));
        Files.writeString(folder.resolve("clean"), "nothing here");

        assertThat(new Leaks().plant("token", "planted-secret").below(folder))
                .containsExactlyInAnyOrder("log holds the token", "b/state holds the token");
    }
}
