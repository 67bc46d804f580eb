package io.jenkins.plugins.k8sprotect.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @Test
    void aHookMayBeForNoApplication() {
        assertThat(Words.title(Results.hook())).isEqualTo("Hook");
        assertThat(Words.title(Results.of("hook", Outcome.SUCCEEDED))).isEqualTo("Hook of shop");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "59949, 59.9 s",
        "59950, 1 min 00 s",
        "245000, 4 min 05 s",
        "3599499, 59 min 59 s",
        "3599500, 1 h 00 min",
        "7620000, 2 h 07 min"
    })
    void durationsReadAtTheirOwnScale(long millis, String words) {
        assertThat(Words.duration(millis)).isEqualTo(words);
    }
}
