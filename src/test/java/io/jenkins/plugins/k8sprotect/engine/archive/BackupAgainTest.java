package io.jenkins.plugins.k8sprotect.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.k8sprotect.engine.archive.Samples.Sample;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.FaultyStore;
import io.jenkins.plugins.k8sprotect.engine.store.MemoryStore;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import io.jenkins.plugins.k8sprotect.testbed.Await;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A backup whose id was given may be begun any number of times: there is one in the end, whole, and nothing beside it. */
class BackupAgainTest {
    private static final WriterOptions OPTIONS = new WriterOptions(16 << 10, 1 << 20, 3);
    private static final List<Sample> SAMPLES = Samples.configMaps(60, 1000);
    private static final List<Sample> MORE = Samples.configMaps(90, 1000);

    private final MemoryStore store = new MemoryStore();

    @Property(tries = 200)
    void whatever_call_was_the_last_one_the_next_attempt_makes_it_whole(
            @ForAll @IntRange(max = 60) int cut, @ForAll boolean effectHappens) {
        MemoryStore store = new MemoryStore();
        boolean died = false;
        try {
            write(new FaultyStore(store, cut, effectHappens), MORE);
        } catch (StoreException e) {
            died = true;
        }

        boolean made = new BackupCatalog(store).finished("shop", Samples.ID).isPresent();
        if (!made) {
            write(store, SAMPLES);
        }

        assertThat(died || made).isTrue();
        assertWholeAndAlone(store, made ? MORE : SAMPLES);
    }

    @Test
    void what_was_committed_is_never_begun_again() {
        Manifest made = write(store, SAMPLES);

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> BackupWriter.beginAgain(store, "shop", Samples.ID, OPTIONS))
                .satisfies(e -> assertThat(e.code()).isEqualTo(BackupException.Code.EXISTS));

        FinishedBackup finished =
                new BackupCatalog(store).finished("shop", Samples.ID).orElseThrow();
        assertThat(finished.manifest()).isEqualTo(made);
        assertThat(finished.details()).isEqualTo(Samples.DETAILS);
        assertWholeAndAlone(store, SAMPLES);
    }

    @Test
    void other_backups_are_not_touched() {
        Samples.write(store, "shop", Samples.LATER, Outcome.SUCCEEDED, SAMPLES, OPTIONS);
        Samples.write(store, "shop-2", Samples.ID, Outcome.SUCCEEDED, SAMPLES, OPTIONS);
        abandon(SAMPLES);

        write(store, SAMPLES);

        BackupCatalog catalog = new BackupCatalog(store);
        assertThat(catalog.list("shop")).hasSize(2);
        assertThat(catalog.list("shop-2")).hasSize(1);
        catalog.list("shop").forEach(entry -> assertWhole(store, "shop", entry.id()));
        assertWhole(store, "shop-2", Samples.ID);
    }

    @Test
    void an_attempt_that_still_runs_stores_and_removes_nothing_more() {
        BackupWriter lost = abandon(MORE);
        BackupWriter current = BackupWriter.beginAgain(store, "shop", Samples.ID, OPTIONS);
        SAMPLES.forEach(s -> current.add(s.header(), s.json()));

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> lost.commit(Samples.info(Outcome.SUCCEEDED), Samples.DETAILS))
                .withMessageContaining("another attempt");
        lost.close();
        current.commit(Samples.info(Outcome.SUCCEEDED), Samples.DETAILS);
        current.close();

        assertWholeAndAlone(store, SAMPLES);
    }

    @Test
    void what_an_earlier_attempt_stored_at_the_last_moment_is_no_part_of_it() {
        BackupWriter current = BackupWriter.beginAgain(store, "shop", Samples.ID, OPTIONS);
        String folder = Layout.folder("shop", Samples.ID);
        store.put(folder + Layout.segment(0), new byte[] {1});
        store.put(folder + Layout.segment(77), new byte[] {1});
        SAMPLES.forEach(s -> current.add(s.header(), s.json()));

        current.commit(Samples.info(Outcome.SUCCEEDED), Samples.DETAILS);
        current.close();

        assertWholeAndAlone(store, SAMPLES);
    }

    @Test
    void a_stopped_attempt_leaves_nothing() {
        BackupWriter stopped = abandon(SAMPLES);

        stopped.close();

        assertThat(store.list("", "", 10).objects()).isEmpty();
    }

    @Test
    void nothing_is_committed_when_something_was_removed_meanwhile() {
        BackupWriter current = abandon(SAMPLES);
        Listing.keys(store, Layout.folder("shop", Samples.ID) + "resources-").forEach(store::delete);

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> current.commit(Samples.info(Outcome.SUCCEEDED), Samples.DETAILS))
                .withMessageContaining("make the backup again");
        current.close();

        assertThat(new BackupCatalog(store).finished("shop", Samples.ID)).isEmpty();
    }

    /** An attempt that has stored segments and goes no further. */
    private BackupWriter abandon(List<Sample> samples) {
        BackupWriter writer = BackupWriter.beginAgain(store, "shop", Samples.ID, OPTIONS);
        samples.forEach(s -> writer.add(s.header(), s.json()));
        String first = Layout.folder("shop", Samples.ID) + Layout.segment(0);
        Await.until(
                "a stored segment",
                Duration.ofSeconds(10),
                () -> store.head(first).isPresent(),
                () -> "none");
        return writer;
    }

    private static Manifest write(Store store, List<Sample> samples) {
        try (BackupWriter writer = BackupWriter.beginAgain(store, "shop", Samples.ID, OPTIONS)) {
            samples.forEach(s -> writer.add(s.header(), s.json()));
            return writer.commit(Samples.info(Outcome.SUCCEEDED), Samples.DETAILS);
        }
    }

    private static void assertWholeAndAlone(Store store, List<Sample> samples) {
        assertThat(new BackupCatalog(store).latest("shop")).isEqualTo(Samples.ID);
        assertWhole(store, "shop", Samples.ID);
        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            assertThat(Samples.read(reader)).isEqualTo(Samples.bodies(samples));
        }
    }

    /** The check also tells of files that do not belong to it. */
    private static void assertWhole(Store store, String application, BackupId id) {
        try (BackupReader reader = BackupReader.open(store, application, id)) {
            assertThat(reader.verify().findings()).isEmpty();
        }
    }
}
