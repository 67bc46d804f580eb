package io.jenkins.plugins.k8sprotect.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises. */
abstract class StoreContract {
    protected Store store;

    /** A store that is empty. */
    protected abstract Store emptyStore() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        store = emptyStore();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    void gives_back_what_was_put() {
        byte[] content = random(3 << 20);

        store.put("shop/20261122T153045Z-3f9c1a/resources-000.tar.zst", content);

        assertThat(store.get("shop/20261122T153045Z-3f9c1a/resources-000.tar.zst"))
                .isEqualTo(content);
    }

    @Test
    void keeps_an_empty_file() {
        store.put("_catalog/shop/7~8~succeeded", new byte[0]);

        assertThat(store.get("_catalog/shop/7~8~succeeded")).isEmpty();
        assertThat(store.head("_catalog/shop/7~8~succeeded")).contains(stored("_catalog/shop/7~8~succeeded", 0));
    }

    @Test
    void put_overwrites() {
        store.put("a", bytes("first"));
        store.put("a", bytes("second, longer"));

        assertThat(store.get("a")).isEqualTo(bytes("second, longer"));
        assertThat(store.head("a")).contains(stored("a", 14));
    }

    @Test
    void put_if_absent_creates_once() {
        assertThat(store.putIfAbsent("a/b", bytes("first"))).isTrue();
        assertThat(store.putIfAbsent("a/b", bytes("second"))).isFalse();

        assertThat(store.get("a/b")).isEqualTo(bytes("first"));
    }

    @Test
    void put_if_absent_creates_again_after_a_delete() {
        store.putIfAbsent("a/b", bytes("first"));
        store.delete("a/b");

        assertThat(store.putIfAbsent("a/b", bytes("second"))).isTrue();
    }

    @Test
    void of_many_that_create_the_same_file_one_wins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] content = bytes("writer " + i);
            calls.add(threads.submit((Callable<Boolean>) () -> {
                start.await();
                return store.putIfAbsent("race/manifest.json", content);
            }));
        }
        start.countDown();
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).get()) {
                winners.add(i);
            }
        }
        threads.shutdown();

        assertThat(winners).hasSize(1);
        assertThat(store.get("race/manifest.json")).isEqualTo(bytes("writer " + winners.get(0)));
    }

    @Test
    void a_missing_file_is_not_found() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.get("a/missing"))
                .withMessageContaining("a/missing")
                .satisfies(e -> assertThat(e.code()).isEqualTo(StoreException.Code.NOT_FOUND));
        assertThat(store.head("a/missing")).isEmpty();
    }

    @Test
    void a_folder_is_no_file() {
        store.put("a/b", bytes("x"));

        assertThat(store.head("a")).isEmpty();
    }

    @Test
    void does_not_read_more_than_it_may() {
        store.put("a", new byte[1000]);

        assertThat(store.get("a", 1000)).hasSize(1000);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.get("a", 999))
                .withMessageContaining("999")
                .satisfies(e -> assertThat(e.code()).isEqualTo(StoreException.Code.INVALID));
    }

    @Test
    void delete_is_idempotent() {
        store.put("a/b/c", bytes("x"));

        store.delete("a/b/c");
        store.delete("a/b/c");

        assertThat(store.head("a/b/c")).isEmpty();
        assertThat(keys("")).isEmpty();
    }

    @Test
    void lists_in_the_order_of_bytes() {
        List<String> inOrder = List.of("a-b", "a.b", "a/b", "a/b-c", "a/b.c", "a/b/c", "a0", "aB", "a_b", "ab", "a~b");
        List<String> shuffled = new ArrayList<>(inOrder);
        java.util.Collections.shuffle(shuffled, new Random(7));
        shuffled.remove("a/b");
        shuffled.forEach(key -> store.put(key, bytes(key)));

        List<String> expected = new ArrayList<>(inOrder);
        expected.remove("a/b");
        assertThat(keys("")).isEqualTo(expected);
        assertThat(keys("a/b")).containsExactly("a/b-c", "a/b.c", "a/b/c");
        assertThat(keys("a/b/")).containsExactly("a/b/c");
        assertThat(keys("b")).isEmpty();
    }

    @Test
    void lists_in_pages() {
        for (int i = 0; i < 7; i++) {
            store.put("p/" + i + "/x", bytes("xx"));
        }

        Page first = store.list("p/", "", 3);
        Page second = store.list("p/", "p/2/x", 3);
        Page third = store.list("p/", "p/5/x", 3);

        assertThat(first.objects()).containsExactly(stored("p/0/x", 2), stored("p/1/x", 2), stored("p/2/x", 2));
        assertThat(first.more()).isTrue();
        assertThat(second.objects()).extracting(StoredObject::key).containsExactly("p/3/x", "p/4/x", "p/5/x");
        assertThat(second.more()).isTrue();
        assertThat(third.objects()).extracting(StoredObject::key).containsExactly("p/6/x");
        assertThat(third.more()).isFalse();
    }

    @Test
    void an_exactly_full_page_is_the_last() {
        store.put("p/0", bytes("x"));
        store.put("p/1", bytes("x"));

        assertThat(store.list("p/", "", 2).more()).isFalse();
    }

    @Test
    void lists_folders() {
        for (String key : List.of("shop/1/a", "shop/1/b", "shop/2/a", "blog/1/a", "file", "shop/file", "a-b/1")) {
            store.put(key, bytes("x"));
        }

        assertThat(store.listFolders("")).containsExactly("a-b/", "blog/", "shop/");
        assertThat(store.listFolders("shop/")).containsExactly("shop/1/", "shop/2/");
        assertThat(store.listFolders("none/")).isEmpty();
    }

    @Test
    void keeps_percent_signs_as_they_are() {
        store.put("a/%2E%2e/100%", bytes("x"));

        assertThat(keys("a/%")).containsExactly("a/%2E%2e/100%");
        assertThat(store.get("a/%2E%2e/100%")).isEqualTo(bytes("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "a//b",
                "a/",
                "..",
                "../a",
                "a/../../b",
                "a/..",
                ".",
                "a/./b",
                "a\\b",
                "..\\a",
                "a\0b",
                "a b",
                "a\nb",
                "ä",
                "C:/a",
                "a?b",
                "a#b",
                "a,b"
            })
    void refuses_keys_that_could_lead_elsewhere(String key) {
        for (Runnable call : List.<Runnable>of(
                () -> store.put(key, bytes("x")),
                () -> store.putIfAbsent(key, bytes("x")),
                () -> store.get(key),
                () -> store.head(key),
                () -> store.delete(key))) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(call::run)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(StoreException.Code.INVALID));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../", "/", "a/../", "a\\", "a//"})
    void refuses_prefixes_that_could_lead_elsewhere(String prefix) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.list(prefix, "", 10));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.listFolders(prefix));
    }

    protected final List<String> keys(String prefix) {
        return store.list(prefix, "", Store.MAX_PAGE).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    protected static StoredObject stored(String key, long size) {
        return new StoredObject(key, size);
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    protected static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Arrays.copyOf(content, size);
    }
}
