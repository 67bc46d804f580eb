package io.jenkins.plugins.k8sprotect.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends StoreContract {
    @TempDir
    private Path folder;

    private Path root;

    @Override
    protected Store emptyStore() {
        root = folder.resolve("backups/here");
        return Stores.open(StoreUrl.parse(root.toUri().toString()), null);
    }

    @Test
    void only_the_owner_may_read() throws Exception {
        store.put("a/b", bytes("x"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("a/b"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("a"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void what_a_crash_left_is_not_listed() throws Exception {
        store.put("a/b", bytes("x"));
        Files.writeString(root.resolve(",incoming/half-written"), "half");

        assertThat(keys("")).containsExactly("a/b");
        assertThat(store.listFolders("")).containsExactly("a/");
    }

    @Test
    void what_a_crash_left_is_removed_a_day_later() throws Exception {
        store.put("a/b", bytes("x"));
        Path old = Files.writeString(root.resolve(",incoming/old"), "half");
        Path recent = Files.writeString(root.resolve(",incoming/recent"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(90_000)));

        emptyStore().put("a/c", bytes("x"));

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void leaves_nothing_behind_after_writing() throws Exception {
        store.put("a/b", bytes("x"));
        store.putIfAbsent("a/c", bytes("x"));
        store.putIfAbsent("a/c", bytes("y"));

        assertThat(root.resolve(",incoming")).isEmptyDirectory();
    }

    @Test
    void does_not_follow_symbolic_links_out_of_its_root() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("linked"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));

        for (String key : new String[] {"linked/secret", "file", "linked/new"}) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.get(key))
                    .withMessageContaining("symbolic link");
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.put(key, bytes("x")));
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.delete(key));
        }
        assertThat(keys("")).isEmpty();
        assertThat(store.listFolders("linked/")).isEmpty();
        assertThat(outside.resolve("secret")).hasContent("secret");
    }

    @Test
    void its_root_may_be_a_symbolic_link() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (Store linked = new DirectoryStore(link)) {
            linked.put("a/b", bytes("x"));

            assertThat(linked.listFolders("")).containsExactly("a/");
        }
        assertThat(real.resolve("a/b")).exists();
    }

    @Test
    void a_file_where_a_folder_should_be_is_named() {
        store.put("a", bytes("x"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.put("a/b", bytes("x")))
                .withMessageContaining(root.resolve("a").toString());
    }

    @Test
    void removes_folders_that_became_empty() {
        store.put("a/b/c", bytes("x"));
        store.put("a/d", bytes("x"));

        store.delete("a/b/c");

        assertThat(root.resolve("a/b")).doesNotExist();
        assertThat(root.resolve("a")).exists();
    }

    @Test
    void an_empty_store_lists_nothing_before_its_folder_exists() {
        assertThat(keys("")).isEmpty();
        assertThat(store.listFolders("")).isEmpty();
        assertThat(root).doesNotExist();
    }
}
