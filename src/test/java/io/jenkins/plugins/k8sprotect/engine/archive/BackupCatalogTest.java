package io.jenkins.plugins.k8sprotect.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.MemoryStore;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupCatalogTest {
    private final MemoryStore store = new MemoryStore();
    private final BackupCatalog catalog = new BackupCatalog(store);

    @Test
    void an_entry_is_known_without_reading_a_file() {
        Manifest manifest = write("shop", "20261122T153045Z-3f9c1a", Outcome.WARNING);
        int before = store.gets();

        assertThat(catalog.list("shop"))
                .containsExactly(new BackupEntry(
                        "shop", manifest.id(), Outcome.WARNING, 1, manifest.storedBytes(), 1250, manifest.sha256()));
        assertThat(store.gets()).isEqualTo(before);
    }

    @Test
    void lists_newest_first() {
        write("shop", "20261122T153045Z-3f9c1a", Outcome.SUCCEEDED);
        write("shop", "20261231T000000Z-000000", Outcome.SUCCEEDED);
        write("shop", "20261122T153045Z-400000", Outcome.SUCCEEDED);

        assertThat(catalog.list("shop"))
                .extracting(entry -> entry.id().value())
                .containsExactly("20261231T000000Z-000000", "20261122T153045Z-400000", "20261122T153045Z-3f9c1a");
    }

    @Property(tries = 200)
    void ids_and_markers_sort_in_opposite_order(@ForAll int a, @ForAll int b) {
        BackupId one = id(a);
        BackupId other = id(b);

        assertThat(Integer.signum(Marker.prefix("shop", one).compareTo(Marker.prefix("shop", other))))
                .isEqualTo(-Integer.signum(one.compareTo(other)));
    }

    @Test
    void lists_more_than_a_page() {
        Manifest manifest = write("shop", "20261122T153045Z-3f9c1a", Outcome.SUCCEEDED);
        for (int i = 0; i < 2500; i++) {
            BackupId id = id(i);
            store.put(
                    Marker.key(new Manifest("shop", id, manifest.info(), 1, manifest.files(), manifest.sha256())),
                    new byte[0]);
        }

        assertThat(catalog.list("shop")).hasSize(2501).isSortedAccordingTo((x, y) -> y.id().compareTo(x.id()));
    }

    @Test
    void names_applications() {
        write("shop", "20261122T153045Z-3f9c1a", Outcome.SUCCEEDED);
        write("blog", "20261122T153045Z-3f9c1a", Outcome.FAILED);
        store.put("_catalog/Not_one/x", new byte[0]);

        assertThat(catalog.applications()).containsExactly("blog", "shop");
    }

    @Test
    void the_latest_is_the_newest_that_can_be_restored() {
        write("shop", "20261122T153045Z-3f9c1a", Outcome.SUCCEEDED);
        write("shop", "20261123T153045Z-3f9c1a", Outcome.WARNING);
        write("shop", "20261124T153045Z-3f9c1a", Outcome.FAILED);

        assertThat(catalog.latest("shop").value()).isEqualTo("20261123T153045Z-3f9c1a");
        assertThat(catalog.resolve("shop", "latest").value()).isEqualTo("20261123T153045Z-3f9c1a");
    }

    @Test
    void a_failed_backup_can_be_asked_for_by_its_id() {
        write("shop", "20261124T153045Z-3f9c1a", Outcome.FAILED);

        assertThat(catalog.resolve("shop", "20261124T153045Z-3f9c1a").value()).isEqualTo("20261124T153045Z-3f9c1a");
    }

    @Test
    void what_is_not_there_is_answered_with_what_is() {
        write("shop", "20261124T153045Z-3f9c1a", Outcome.FAILED);

        assertNotFound(() -> catalog.latest("shop"), "20261124T153045Z-3f9c1a (FAILED)");
        assertNotFound(
                () -> catalog.resolve("shop", "20261124T153045Z-000000"), "the newest are 20261124T153045Z-3f9c1a");
        assertNotFound(() -> catalog.latest("blog"), "backups of shop");
        assertNotFound(() -> catalog.delete("shop", Samples.ID), "20261124T153045Z-3f9c1a");
    }

    @Test
    void the_next_backup_can_name_the_one_before() {
        assertThat(catalog.previousManifestSha256("shop")).isEmpty();

        Manifest manifest = write("shop", "20261124T153045Z-3f9c1a", Outcome.FAILED);

        assertThat(catalog.previousManifestSha256("shop")).isEqualTo(manifest.sha256());
    }

    @Test
    void a_deleted_backup_leaves_nothing_and_the_others_alone() {
        write("shop", "20261122T153045Z-3f9c1a", Outcome.SUCCEEDED);
        Manifest kept = write("shop", "20261123T153045Z-3f9c1a", Outcome.SUCCEEDED);
        store.put("shop/20261122T153045Z-3f9c1a/leftover", new byte[1]);

        catalog.delete("shop", new BackupId("20261122T153045Z-3f9c1a"));

        assertThat(catalog.list("shop")).extracting(BackupEntry::id).containsExactly(kept.id());
        assertThat(store.list("shop/20261122T153045Z-3f9c1a/", "", 10).objects())
                .isEmpty();
    }

    @Test
    void repair_lists_a_whole_backup_that_has_no_marker() {
        Manifest manifest = write("shop", "20261122T153045Z-3f9c1a", Outcome.SUCCEEDED);
        List<BackupEntry> before = catalog.list("shop");
        store.delete(Marker.key(manifest));

        assertThat(catalog.repair("shop", Instant.EPOCH).listed()).containsExactly(manifest.id());
        assertThat(catalog.list("shop")).isEqualTo(before);
    }

    @Test
    void repair_leaves_a_backup_under_way_alone() {
        store.put("shop/20261122T153045Z-3f9c1a/resources-000.tar.zst", new byte[1]);

        assertThat(catalog.repair("shop", Instant.parse("2026-11-22T15:30:00Z")).removed())
                .isEmpty();
        assertThat(catalog.repair("shop", Instant.parse("2026-11-22T15:31:00Z")).removed())
                .containsExactly(Samples.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "shop_", "-shop", "shop-", "a/b", "..", "_catalog"})
    void refuses_names_that_no_application_has(String name) {
        assertThatExceptionOfType(BackupException.class).isThrownBy(() -> catalog.list(name));
        assertThatExceptionOfType(BackupException.class).isThrownBy(() -> catalog.delete(name, Samples.ID));
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> BackupWriter.begin(store, name, Samples.ID, WriterOptions.defaults()));
    }

    private Manifest write(String application, String id, Outcome outcome) {
        return Samples.write(store, application, new BackupId(id), outcome, List.of(Samples.configMap("a")));
    }

    private static BackupId id(int seed) {
        Instant time = Instant.ofEpochSecond(Math.floorMod(seed * 7919L, 4_000_000_000L));
        return BackupId.next(java.time.Clock.fixed(time, java.time.ZoneOffset.UTC), new java.util.Random(seed));
    }

    private static void assertNotFound(Runnable call, String message) {
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(call::run)
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(BackupException.Code.NOT_FOUND));
    }
}
