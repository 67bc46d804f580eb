package io.jenkins.plugins.k8sprotect.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.k8sprotect.engine.archive.Samples.Sample;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BackupRoundTripTest {
    private static final WriterOptions SMALL_SEGMENTS = new WriterOptions(16 << 10, 1 << 20, 3);

    private final MemoryStore store = new MemoryStore();

    @Property(tries = 200)
    void what_was_added_is_read_back(@ForAll("objects") List<Sample> samples) {
        MemoryStore store = new MemoryStore();
        Manifest written = Samples.write(store, "shop", Samples.ID, Outcome.WARNING, samples, SMALL_SEGMENTS);

        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            assertThat(reader.manifest()).isEqualTo(written);
            assertThat(reader.details()).isEqualTo(Samples.DETAILS);
            assertThat(reader.index()).hasSameSizeAs(samples);
            assertThat(Samples.read(reader)).isEqualTo(Samples.bodies(samples));
            assertThat(reader.verify().findings()).isEmpty();
        }
    }

    @Property(tries = 50)
    void the_order_of_adding_does_not_matter(@ForAll("objects") List<Sample> samples) {
        MemoryStore store = new MemoryStore();
        List<Sample> reversed = new ArrayList<>(samples);
        java.util.Collections.reverse(reversed);
        Samples.write(store, "shop", Samples.ID, Outcome.SUCCEEDED, samples, SMALL_SEGMENTS);
        Samples.write(store, "shop", Samples.LATER, Outcome.SUCCEEDED, reversed, SMALL_SEGMENTS);

        try (BackupReader one = BackupReader.open(store, "shop", Samples.ID);
                BackupReader other = BackupReader.open(store, "shop", Samples.LATER)) {
            assertThat(Samples.read(one)).isEqualTo(Samples.read(other));
        }
    }

    @Test
    void the_same_objects_give_the_same_files() {
        List<Sample> samples = Samples.configMaps(50, 500);

        Manifest one = Samples.write(store, "shop", Samples.ID, Outcome.SUCCEEDED, samples);
        Manifest other = Samples.write(store, "shop", Samples.LATER, Outcome.SUCCEEDED, samples);

        assertThat(one.files()).isEqualTo(other.files());
    }

    @Test
    void the_index_tells_owners_hash_and_place() {
        OwnerReference owner = new OwnerReference("apps/v1", "Deployment", "web", "u1", true);
        Sample owned = Samples.sample(Samples.CONFIG_MAP, "shop", "a", "x", owner);
        Samples.write(store, owned);

        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            assertThat(reader.index())
                    .containsExactly(new IndexRow(
                            Samples.CONFIG_MAP,
                            "shop",
                            "a",
                            "uid-of-a",
                            List.of(owner),
                            Sha256.of(owned.json()),
                            0,
                            owned.json().length));
        }
    }

    @Test
    void a_backup_of_nothing_is_a_backup() {
        Samples.write(store);

        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            assertThat(reader.index()).isEmpty();
            assertThat(reader.verify().findings()).isEmpty();
        }
    }

    @Test
    void segments_stay_within_their_size() {
        Manifest manifest = Samples.write(
                store, "shop", Samples.ID, Outcome.SUCCEEDED, Samples.configMaps(200, 1000), SMALL_SEGMENTS);

        assertThat(manifest.segments()).hasSizeGreaterThan(15).allSatisfy(segment -> assertThat(segment.plainSize())
                .isLessThanOrEqualTo(SMALL_SEGMENTS.segmentBytes()));
    }

    @Test
    void segments_without_a_wanted_object_are_not_fetched() {
        Samples.write(store, "shop", Samples.ID, Outcome.SUCCEEDED, Samples.configMaps(200, 1000), SMALL_SEGMENTS);
        List<String> read = new ArrayList<>();

        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            IndexRow wanted = reader.index().get(100);
            int before = store.gets();
            reader.read(wanted::equals, (row, json) -> read.add(row.name()));

            assertThat(store.gets() - before).isEqualTo(1);
            assertThat(read).containsExactly(wanted.name());
        }
    }

    @Test
    void a_second_pass_does_not_fetch_again() {
        Samples.write(store, "shop", Samples.ID, Outcome.SUCCEEDED, Samples.configMaps(200, 1000), SMALL_SEGMENTS);

        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            Samples.read(reader);
            int before = store.gets();
            Samples.read(reader);

            assertThat(store.gets()).isEqualTo(before);
        }
    }

    @Test
    void the_cache_has_a_limit() {
        Samples.write(store, "shop", Samples.ID, Outcome.SUCCEEDED, Samples.configMaps(200, 1000), SMALL_SEGMENTS);
        ReaderOptions options = new ReaderOptions(30_000, 64 << 20, 1 << 20, new CancelToken());

        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID, options)) {
            Samples.read(reader);
            int before = store.gets();
            Samples.read(reader);

            assertThat(store.gets() - before).isGreaterThan(10);
        }
    }

    @Test
    void reading_stops_between_objects_when_cancelled() {
        Samples.write(store, "shop", Samples.ID, Outcome.SUCCEEDED, Samples.configMaps(10, 100));
        CancelToken token = new CancelToken();
        List<String> read = new ArrayList<>();

        try (BackupReader reader = BackupReader.open(
                store, "shop", Samples.ID, ReaderOptions.defaults().with(token))) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> reader.read(row -> true, (row, json) -> {
                        read.add(row.name());
                        token.cancel("enough");
                    }))
                    .withMessage("enough");
        }
        assertThat(read).hasSize(1);
    }

    @Test
    void an_object_larger_than_the_limit_is_refused_by_name() {
        try (BackupWriter writer = BackupWriter.begin(store, "shop", Samples.ID, new WriterOptions(8192, 1024, 3))) {
            Sample large = Samples.sample(Samples.CONFIG_MAP, "shop", "large", "x".repeat(2000));

            assertThatExceptionOfType(BackupException.class)
                    .isThrownBy(() -> writer.add(large.header(), large.json()))
                    .withMessageContaining("ConfigMap shop/large");
        }
    }

    @Test
    void an_object_added_twice_is_refused_by_name() {
        Sample sample = Samples.configMap("a");

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> Samples.write(store, sample, sample))
                .withMessageContaining("ConfigMap shop/a is there twice");
        assertThat(store.list("", "", 10).objects()).isEmpty();
    }

    @Test
    void a_backup_is_never_overwritten() {
        Samples.write(store, Samples.configMap("first"));

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> Samples.write(store, Samples.configMap("second")))
                .withMessageContaining("exists already");
        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            assertThat(reader.verify().findings()).isEmpty();
            assertThat(reader.index()).extracting(IndexRow::name).containsExactly("first");
        }
    }

    @Test
    void closing_without_commit_leaves_nothing() {
        try (BackupWriter writer = BackupWriter.begin(store, "shop", Samples.ID, SMALL_SEGMENTS)) {
            Samples.configMaps(100, 1000).forEach(s -> writer.add(s.header(), s.json()));
        }

        assertThat(store.list("", "", 10).objects()).isEmpty();
    }

    @Provide
    Arbitrary<List<Sample>> objects() {
        Arbitrary<ResourceType> types = Arbitraries.of(Samples.CONFIG_MAP, Samples.DEPLOYMENT, Samples.CLUSTER_ROLE);
        Arbitrary<String> namespaces = Arbitraries.of("shop", "shop-db", "a", "n".repeat(63));
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("system:Node", "SYSTEM:node", "system.node", "a:b:c", "n".repeat(253), ":".repeat(253)),
                Arbitraries.strings().withChars("abAB:.-_").ofMinLength(1).ofMaxLength(40));
        Arbitrary<String> values = Arbitraries.strings().ofMaxLength(3000);
        Arbitrary<OwnerReference[]> owners = Arbitraries.of("web", "db")
                .map(name -> new OwnerReference("apps/v1", "Deployment", name, "uid-" + name, name.equals("db")))
                .array(OwnerReference[].class)
                .ofMaxSize(2);
        return Combinators.combine(types, namespaces, names, values, owners)
                .as(Samples::sample)
                .list()
                .uniqueElements(sample -> sample.header().key())
                .ofMaxSize(30);
    }
}
