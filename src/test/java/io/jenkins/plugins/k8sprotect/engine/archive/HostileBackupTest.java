package io.jenkins.plugins.k8sprotect.engine.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.store.MemoryStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What is in a store may have been put there by anyone. */
class HostileBackupTest {
    private final MemoryStore store = new MemoryStore();
    private final Forgery forgery = new Forgery();

    @Test
    void a_forgery_without_a_flaw_is_read() {
        forgery.object(Samples.configMap("a")).store(store);

        assertThat(readAll()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "core/v1/../../../x.json", "..\\x"})
    void an_unsafe_path_is_refused(String path) {
        forgery.object(Samples.configMap("a")).entry(path, new byte[3]).store(store);

        assertRefused(Code.MALFORMED, "is an unsafe path");
    }

    @Test
    void a_path_that_the_index_does_not_name_is_refused() {
        forgery.object(Samples.configMap("a"))
                .entry("core/v1/configmaps/shop/b.json", new byte[3])
                .store(store);

        assertRefused(Code.MALFORMED, "core/v1/configmaps/shop/b.json: is not in the index");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_BLK})
    void anything_but_a_plain_file_is_refused(byte kind) {
        TarArchiveEntry link = new TarArchiveEntry("core/v1/configmaps/shop/l.json", kind);
        link.setLinkName("/etc/passwd");
        forgery.object(Samples.configMap("a")).entry(link, new byte[0]).store(store);

        assertRefused(Code.MALFORMED, "is no plain file");
    }

    @Test
    void an_object_that_is_there_twice_is_refused() {
        Samples.Sample sample = Samples.configMap("a");
        String path = PathCodec.path(forgery.row(sample));
        forgery.entry(path, sample.json()).entry(path, sample.json()).store(store);

        assertRefused(Code.MALFORMED, "is there twice");
    }

    @Test
    void a_row_that_is_there_twice_is_refused() {
        forgery.row(Samples.configMap("a"));
        forgery.object(Samples.configMap("a")).store(store);

        assertRefused(Code.MALFORMED, "ConfigMap shop/a is there twice");
    }

    @Test
    void an_object_of_another_size_than_its_row_is_refused() {
        String path = PathCodec.path(forgery.row(Samples.configMap("a")));
        forgery.entry(path, new byte[7]).store(store);

        assertRefused(Code.MALFORMED, "has 7 bytes, the index says");
    }

    @Test
    void an_object_with_other_bytes_than_its_row_is_refused() {
        Samples.Sample sample = Samples.configMap("a");
        String path = PathCodec.path(forgery.row(sample));
        byte[] changed = sample.json().clone();
        changed[20] ^= 1;
        forgery.entry(path, changed).store(store);

        assertRefused(Code.CHECKSUM, "its bytes are not those that the index names");
    }

    @Test
    void an_object_that_is_not_in_its_segment_is_missed() {
        forgery.row(Samples.configMap("b"));
        forgery.object(Samples.configMap("a")).store(store);

        assertRefused(Code.TRUNCATED, "b.json: is in the index, not in the segment");
    }

    @Test
    void an_object_over_the_limit_is_not_read_into_memory() {
        forgery.object(Samples.sample(Samples.CONFIG_MAP, "shop", "a", "x".repeat(5 << 20)))
                .store(store);

        assertRefused(Code.MALFORMED, "at most 4194304 are accepted");
    }

    @Test
    void a_segment_that_declares_too_much_is_refused() {
        forgery.object(Samples.configMap("a")).store(store);
        Forgery.changeManifest(store, m -> file(m, 0).put("plainSize", 1L << 40));

        assertRefused(Code.MALFORMED, "at most 67108864 are accepted");
    }

    @Test
    void a_segment_that_unpacks_to_more_than_it_declares_is_refused() {
        forgery.row(Samples.configMap("a"));
        SealedFile bomb = SealedFile.compressed(Layout.segment(0), new byte[32 << 20], 3);
        StoredFile lie = new StoredFile(
                bomb.file().name(), bomb.file().size(), bomb.file().sha256(), 2048);
        forgery.store(store, new SealedFile(lie, bomb.content()), IndexCodec.seal(forgery.rows(), 3));

        assertRefused(Code.MALFORMED, "more plain bytes than the 2048");
    }

    @Test
    void a_segment_that_needs_a_huge_window_is_refused() throws IOException {
        forgery.object(Samples.configMap("a"));
        byte[] plain = forgery.segment();
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (ZstdOutputStreamNoFinalizer zstd = new ZstdOutputStreamNoFinalizer(stored, 3)) {
            zstd.setLong(27);
            zstd.write(plain);
        }
        forgery.store(
                store,
                SealedFile.of(Layout.segment(0), stored.toByteArray(), plain.length),
                IndexCodec.seal(forgery.rows(), 3));

        assertRefused(Code.MALFORMED, "resources-000.tar.zst");
    }

    @Test
    void a_segment_that_is_no_archive_is_refused() {
        forgery.row(Samples.configMap("a"));
        byte[] noise = "no archive ".repeat(200).getBytes(UTF_8);
        forgery.store(store, SealedFile.compressed(Layout.segment(0), noise, 3), IndexCodec.seal(forgery.rows(), 3));

        assertRefused(Code.MALFORMED, "resources-000.tar.zst");
    }

    @Test
    void an_index_line_without_end_is_refused() {
        byte[] index = ("{\"name\":\"" + "x".repeat(6 << 20) + "\"}\n").getBytes(UTF_8);
        forgery.object(Samples.configMap("a"));
        forgery.store(
                store,
                SealedFile.compressed(Layout.segment(0), forgery.segment(), 3),
                SealedFile.compressed(Layout.INDEX, index, 3));

        assertRefused(Code.MALFORMED, "index.jsonl.zst: has a line of more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "nonsense",
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"resource\":\"configmaps\",\"name\":7}",
                "{\"apiVersion\":\"v1\",\"kind\":\"K\",\"resource\":\"ks\",\"name\":\"a\",\"uid\":\"\",\"sha256\":\"x\",\"segment\":0,\"size\":1}",
                "{\"apiVersion\":\"v1\",\"owners\":[[[[1]]]]}",
                "{} {}"
            })
    void an_index_line_that_is_no_row_is_named(String line) {
        forgery.object(Samples.configMap("a"));
        forgery.store(
                store,
                SealedFile.compressed(Layout.segment(0), forgery.segment(), 3),
                SealedFile.compressed(Layout.INDEX, line.getBytes(UTF_8), 3));

        assertRefused(Code.MALFORMED, "index.jsonl.zst line 1");
    }

    @Test
    void a_row_in_a_segment_that_is_not_there_is_refused() {
        forgery.object(Samples.configMap("a"));
        IndexRow row = forgery.rows().get(0);
        List<IndexRow> rows = List.of(new IndexRow(
                row.type(), row.namespace(), row.name(), row.uid(), row.owners(), row.sha256(), 5, row.size()));
        forgery.store(store, SealedFile.compressed(Layout.segment(0), forgery.segment(), 3), IndexCodec.seal(rows, 3));

        assertRefused(Code.MALFORMED, "is in segment 5, the manifest names 1");
    }

    @Test
    void a_manifest_over_16_MiB_is_not_read() {
        store.put(Forgery.FOLDER + Layout.MANIFEST, new byte[(16 << 20) + 1]);

        assertRefused(Code.MALFORMED, "manifest.json is larger than");
    }

    @Test
    void a_newer_format_is_refused_by_its_number() {
        Samples.write(store, Samples.configMap("a"));
        Forgery.changeManifest(store, m -> m.put("formatVersion", 2));

        assertRefused(Code.UNSUPPORTED, "has format version 2");
    }

    @Test
    void an_unknown_feature_is_refused_by_its_name() {
        Samples.write(store, Samples.configMap("a"));
        Forgery.changeManifest(store, m -> m.putArray("requiredFeatures").add("age-encryption"));

        assertRefused(Code.UNSUPPORTED, "age-encryption");
    }

    @Test
    void an_unknown_member_of_a_manifest_is_no_reason_to_refuse() {
        Samples.write(store, Samples.configMap("a"));
        Forgery.changeManifest(store, m -> m.putObject("later").put("x", 1));

        assertThat(readAll()).containsExactly("a");
    }

    @Test
    void a_manifest_that_was_copied_to_another_id_is_refused() {
        Samples.write(store, Samples.configMap("a"));
        Forgery.changeManifest(store, m -> m.put("id", Samples.LATER.value()));

        assertRefused(Code.MALFORMED, "is of another backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "a/b", "manifest.json", "resources-007.tar.zst", ""})
    void a_manifest_that_names_other_files_is_refused(String name) {
        Samples.write(store, Samples.configMap("a"));
        Forgery.changeManifest(store, m -> file(m, 0).put("name", name));

        assertRefused(Code.MALFORMED, "manifest.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"formatVersion", "requiredFeatures", "application", "source", "started", "outcome", "files"})
    void a_manifest_that_lacks_a_field_is_refused_by_its_name(String field) {
        Samples.write(store, Samples.configMap("a"));
        Forgery.changeManifest(store, m -> m.remove(field));

        assertRefused(Code.MALFORMED, field);
    }

    @Test
    void a_backup_that_is_not_there_is_named() {
        assertRefused(Code.NOT_FOUND, "there is no backup " + Samples.ID + " of shop");
    }

    @Test
    void verify_tells_all_that_is_wrong() {
        Samples.Sample changed = Samples.configMap("changed");
        byte[] other = changed.json().clone();
        other[20] ^= 1;
        forgery.row(Samples.configMap("missing"));
        forgery.entry(PathCodec.path(forgery.row(changed)), other);
        forgery.object(Samples.configMap("good"));
        forgery.entry("core/v1/configmaps/shop/stranger.json", new byte[3]);
        forgery.store(store);
        store.put(Forgery.FOLDER + "stranger", new byte[1]);

        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            VerifyReport report = reader.verify();

            assertThat(report.isSound()).isFalse();
            assertThat(report.objects()).isEqualTo(1);
            assertThat(report.findings())
                    .extracting(Finding::code)
                    .containsExactlyInAnyOrder("checksum", "malformed", "truncated", "not-listed", "unknown-file");
        }
    }

    @Test
    void verify_finds_a_body_of_another_object() {
        Samples.Sample good = Samples.configMap("good");
        Samples.Sample evil = Samples.configMap("evil");
        forgery.object(new Samples.Sample(good.header(), evil.json())).store(store);

        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID)) {
            assertThat(reader.verify().findings())
                    .filteredOn(f -> f.severity() == Finding.Severity.FAILURE)
                    .extracting(Finding::code, Finding::object)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "mismatch", good.header().key()));
        }
    }

    private static ObjectNode file(ObjectNode manifest, int number) {
        return (ObjectNode) manifest.get("files").get(number);
    }

    private List<String> readAll() {
        List<String> names = new ArrayList<>();
        ReaderOptions options = ReaderOptions.defaults().with(new CancelToken());
        try (BackupReader reader = BackupReader.open(store, "shop", Samples.ID, options)) {
            reader.read(row -> true, (row, json) -> names.add(row.name()));
        }
        return names;
    }

    private void assertRefused(Code code, String message) {
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(this::readAll)
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
