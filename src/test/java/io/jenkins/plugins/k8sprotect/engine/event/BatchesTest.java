package io.jenkins.plugins.k8sprotect.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {
    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 20, 95})
    void everythingIsDoneOnceAndInOrder(int count) {
        List<Integer> items = IntStream.range(0, count).boxed().toList();
        try (Batches<Integer> batches = new Batches<>(10, "test", done::add)) {
            items.forEach(item -> batches.add(item, 1));
            batches.finish();
        }

        assertThat(done).isEqualTo(items);
    }

    @Test
    void aHeavyThingIsABatchOfItsOwn() {
        try (Batches<Integer> batches = new Batches<>(10, "test", done::add)) {
            batches.add(1, 100);
            batches.add(2, 100); // Handed over only when the first is done.
            assertThat(done.get(0)).isEqualTo(1);
            batches.finish();
        }

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void aFailureIsToldAndNothingAfterItIsDone() {
        try (Batches<Integer> batches = new Batches<>(2, "test", this::doUnlessThree)) {
            assertThatThrownBy(() -> {
                        IntStream.range(0, 100).forEach(item -> batches.add(item, 1));
                        batches.finish();
                    })
                    .hasMessage("three");
        }

        assertThat(done).containsExactly(0, 1, 2);
    }

    private void doUnlessThree(int item) {
        if (item == 3) {
            throw new IllegalArgumentException("three");
        }
        done.add(item);
    }
}
