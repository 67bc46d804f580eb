package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "shop,shop,true", "shop,shop-db,false", "shop-*,shop-db,true", "shop-*,shop,false", "*,'',true", "?,'',false",
        "'','',true", "'',a,false", "db-?,db-1,true", "db-?,db-12,false", "*-db-*,shop-db-0,true", "*a*b,aab,true",
        "a*a,a,false", "Shop,shop,false", "a.c,abc,false"
    })
    void aStarIsAnyTextAndAQuestionMarkAnyOneCharacter(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
    }

    @Property
    void aGlobMeansWhatTheRegularExpressionMeans(@ForAll("globs") String glob, @ForAll("texts") String text) {
        assertThat(Glob.matches(glob, text))
                .isEqualTo(NaiveSelection.glob(glob).matcher(text).matches());
    }

    @Property
    void aTextMatchesEveryGlobMadeOfItByLeavingOutParts(@ForAll("texts") String head, @ForAll("texts") String middle) {
        assertThat(Glob.matches(head + "*", head + middle)).isTrue();
        assertThat(Glob.matches("*" + middle, head + middle)).isTrue();
        assertThat(Glob.matches("*" + middle + "*", head + middle + head)).isTrue();
    }

    @Test
    void aPatternThatMakesARegularExpressionBacktrackForEverIsAnsweredAtOnce() {
        String pattern = "*a".repeat(126) + "b";
        String text = "a".repeat(253);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 1_000; i++) {
                assertThat(Glob.matches(pattern, text)).isFalse();
            }
        });
    }

    @Test
    void onlyStarsAndQuestionMarksMakeAPattern() {
        assertThat(Glob.isPattern("a*")).isTrue();
        assertThat(Glob.isPattern("a?")).isTrue();
        assertThat(Glob.isPattern("a[b]" + Pattern.quote("c"))).isFalse();
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.strings().withChars('a', 'b', '-', '*', '?', '.').ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b', '-', '.').ofMaxLength(10);
    }
}
