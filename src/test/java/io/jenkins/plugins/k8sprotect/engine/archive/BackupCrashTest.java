package io.jenkins.plugins.k8sprotect.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.k8sprotect.engine.archive.Samples.Sample;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.FaultyStore;
import io.jenkins.plugins.k8sprotect.engine.store.MemoryStore;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever call to the store is the last one: what is offered is whole, and what is not whole is not offered. */
class BackupCrashTest {
    private static final WriterOptions OPTIONS = new WriterOptions(16 << 10, 1 << 20, 3);
    private static final List<Sample> SAMPLES = Samples.configMaps(60, 1000);
    private static final int CALLS = callsOfABackup();
    private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    @Property(tries = 200)
    void a_backup_that_was_cut_off_is_not_listed(@ForAll @IntRange(max = 40) int cut, @ForAll boolean effectHappens) {
        MemoryStore store = new MemoryStore();
        int dieAt = cut % CALLS;
        boolean whole = dieAt == CALLS - 1 && effectHappens;

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> backup(new FaultyStore(store, dieAt, effectHappens), Samples.ID));

        BackupCatalog catalog = new BackupCatalog(store);
        assertThat(catalog.list("shop")).hasSize(whole ? 1 : 0);
        assertListedAreWhole(store);
    }

    @Property(tries = 60)
    void a_new_attempt_under_a_new_id_succeeds(@ForAll @IntRange(max = 40) int cut, @ForAll boolean effectHappens) {
        MemoryStore store = new MemoryStore();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> backup(new FaultyStore(store, cut % CALLS, effectHappens), Samples.ID));

        backup(store, Samples.LATER);

        assertThat(new BackupCatalog(store).latest("shop")).isEqualTo(Samples.LATER);
        assertListedAreWhole(store);
    }

    @Property(tries = 60)
    void repair_leaves_whole_backups_and_nothing_else(
            @ForAll @IntRange(max = 40) int cut, @ForAll boolean effectHappens) {
        MemoryStore store = new MemoryStore();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> backup(new FaultyStore(store, cut % CALLS, effectHappens), Samples.ID));

        BackupCatalog catalog = new BackupCatalog(store);
        catalog.repair("shop", FUTURE);

        assertListedAreWhole(store);
        if (catalog.list("shop").isEmpty()) {
            assertThat(store.list("", "", 10).objects()).isEmpty();
        }
    }

    @Property(tries = 200)
    void a_deletion_that_was_cut_off_offers_nothing_and_can_go_on(
            @ForAll @IntRange(max = 20) int dieAt, @ForAll boolean effectHappens) {
        MemoryStore store = new MemoryStore();
        backup(store, Samples.ID);
        FaultyStore faulty = new FaultyStore(store, dieAt, effectHappens);
        try {
            new BackupCatalog(faulty).delete("shop", Samples.ID);
        } catch (StoreException e) {
            assertListedAreWhole(store);
            try {
                new BackupCatalog(store).delete("shop", Samples.ID);
            } catch (BackupException nothingLeft) {
                assertThat(nothingLeft.code()).isEqualTo(BackupException.Code.NOT_FOUND);
            }
        }
        assertThat(store.list("", "", 10).objects()).isEmpty();
    }

    @Test
    void a_failed_upload_shows_on_a_later_call() {
        FaultyStore broken = new FaultyStore(new MemoryStore(), 0, false);

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> {
            try (BackupWriter writer = BackupWriter.begin(broken, "shop", Samples.ID, OPTIONS)) {
                SAMPLES.forEach(s -> writer.add(s.header(), s.json()));
                SAMPLES.forEach(s -> writer.add(s.header(), s.json()));
            }
        });
    }

    private static void assertListedAreWhole(Store store) {
        for (BackupEntry entry : new BackupCatalog(store).list("shop")) {
            try (BackupReader reader = BackupReader.open(store, "shop", entry.id())) {
                assertThat(reader.verify().findings()).isEmpty();
            }
        }
    }

    private static void backup(Store store, BackupId id) {
        Samples.write(store, "shop", id, Outcome.SUCCEEDED, SAMPLES, OPTIONS);
    }

    private static int callsOfABackup() {
        FaultyStore counting = new FaultyStore(new MemoryStore(), Integer.MAX_VALUE, false);
        backup(counting, Samples.ID);
        return counting.calls();
    }
}
