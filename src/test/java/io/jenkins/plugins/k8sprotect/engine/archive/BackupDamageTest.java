package io.jenkins.plugins.k8sprotect.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.MemoryStore;
import io.jenkins.plugins.k8sprotect.engine.store.StoredObject;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Damage to any file of a backup, at any place, is found. */
class BackupDamageTest {
    private static final String FOLDER = "shop/" + Samples.ID + "/";
    private static final WriterOptions OPTIONS = new WriterOptions(16 << 10, 1 << 20, 3);

    @Property(tries = 500)
    void a_changed_byte_is_found(
            @ForAll @IntRange(max = 100) int file,
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        MemoryStore store = backup();
        String key = fileOf(store, file);
        byte[] content = store.get(key);
        content[place % content.length] ^= (byte) change;
        store.put(key, content);

        assertThat(isFound(store)).as(key).isTrue();
    }

    @Property(tries = 100)
    void a_file_that_ends_early_is_found(
            @ForAll @IntRange(max = 100) int file, @ForAll @IntRange(max = 1_000_000) int length) {
        MemoryStore store = backup();
        String key = fileOf(store, file);
        byte[] content = store.get(key);
        store.put(key, Arrays.copyOf(content, length % content.length));

        assertThat(isFound(store)).as(key).isTrue();
    }

    @Property(tries = 50)
    void a_missing_file_is_found(@ForAll @IntRange(max = 100) int file) {
        MemoryStore store = backup();
        store.delete(fileOf(store, file));

        assertThat(isFound(store)).isTrue();
    }

    private static MemoryStore backup() {
        MemoryStore store = new MemoryStore();
        Samples.write(store, "shop", Samples.ID, Outcome.SUCCEEDED, Samples.configMaps(30, 1000), OPTIONS);
        return store;
    }

    private static String fileOf(MemoryStore store, int number) {
        List<StoredObject> files = store.list(FOLDER, "", 1000).objects();
        return files.get(number % files.size()).key();
    }

    private static boolean isFound(MemoryStore store) {
        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            return !reader.verify().isSound();
        } catch (BackupException e) {
            return true;
        }
    }
}
