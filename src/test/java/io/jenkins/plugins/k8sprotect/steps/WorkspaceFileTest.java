package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFileTest {
    @TempDir
    private Path folder;

    private Path workspace;

    @BeforeEach
    void files() throws Exception {
        workspace = Files.createDirectories(folder.resolve("workspace/k8s"));
        workspace = folder.resolve("workspace");
        Files.writeString(workspace.resolve("k8s/shop.yaml"), "kind: Application");
        Files.writeString(folder.resolve("secret"), "s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/shop.yaml", "./k8s/shop.yaml", "k8s/../k8s/shop.yaml", "k8s\\shop.yaml"})
    void a_file_below_the_workspace_is_read(String name) throws Exception {
        assertThat(read(name).text()).isEqualTo("kind: Application");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "k8s/../../secret", "..\\secret", "/etc/passwd"})
    void nothing_outside_of_it_is_read(String name) throws Exception {
        assertThat(read(name).text()).isNull();
        assertThat(read(name).problem()).startsWith("app: '" + name + "' lies outside of the workspace");
    }

    @Test
    void a_link_that_leads_out_is_not_followed() throws Exception {
        Files.createSymbolicLink(workspace.resolve("link.yaml"), folder.resolve("secret"));
        Files.createSymbolicLink(workspace.resolve("linked"), folder);

        assertThat(read("link.yaml").problem()).contains("leads out of the workspace");
        assertThat(read("linked/secret").problem()).contains("leads out of the workspace");
    }

    @Test
    void a_link_within_it_is_followed() throws Exception {
        Files.createSymbolicLink(workspace.resolve("link.yaml"), workspace.resolve("k8s/shop.yaml"));

        assertThat(read("link.yaml").text()).isEqualTo("kind: Application");
    }

    @Test
    void what_is_missing_or_no_file_or_too_large_or_no_text_is_named() throws Exception {
        Files.write(workspace.resolve("large"), new byte[(1 << 20) + 1]);
        Files.write(workspace.resolve("latin1"), new byte[] {(byte) 0xe4});

        assertThat(read("none.yaml").problem()).contains("'none.yaml'", "no such file in the workspace");
        assertThat(read("k8s").problem()).contains("is not a file");
        assertThat(read("large").problem()).contains("larger than it may be, 1 MiB");
        assertThat(read("latin1").problem()).contains("not UTF-8");
        assertThat(read("a\0b").problem()).contains("is no path");
    }

    private WorkspaceText read(String name) throws Exception {
        return Copies.of(Copies.of(new WorkspaceFile("app", name, 1)).invoke(workspace.toFile(), null));
    }
}
