package io.jenkins.plugins.k8sprotect.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupIdTest {
    @Test
    void tells_its_time() {
        assertThat(BackupId.parse("20261122T153045Z-3f9c1a").time()).isEqualTo(Instant.parse("2026-11-22T15:30:45Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "latest",
                "20261122T153045Z",
                "20261122T153045Z-3F9C1A",
                "20261322T153045Z-3f9c1a",
                "20261122T253045Z-3f9c1a",
                "20261122T153045Z-3f9c1a/..",
                "../../x",
                "20260231T000000Z-000000"
            })
    void refuses_what_is_no_id(String text) {
        assertThat(BackupId.isId(text)).isFalse();
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> BackupId.parse(text))
                .withMessageContaining("20261122T153045Z-3f9c1a");
    }

    @Property
    void sorts_by_time_also_within_a_second(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
            @ForAll @LongRange(min = 1, max = 100_000) long later,
            @ForAll long seed) {
        BackupId first = BackupId.next(at(millis), new Random(seed));
        BackupId second = BackupId.next(at(millis + later), new Random(seed + 1));

        assertThat(first).isLessThan(second);
        assertThat(first.value()).isLessThan(second.value());
    }

    private static Clock at(long millis) {
        return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
