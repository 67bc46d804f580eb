package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meaning that Kubernetes gives a selector: apimachinery, {@code pkg/labels}. */
class LabelSelectorTest {
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        app=shop                 | app=shop          | true
        app=shop                 | app=other         | false
        app=shop                 |                   | false
        app==shop                | app=shop          | true
        app = shop , tier = db   | app=shop tier=db  | true
        app=shop,tier=db         | app=shop          | false
        app!=shop                | app=other         | true
        app!=shop                | app=shop          | false
        app!=shop                |                   | true
        app=                     | app=              | true
        app=                     |                   | false
        app=,tier=db             | app= tier=db      | true
        app!=                    | app=              | false
        app!=                    |                   | true
        tier in (a,b)            | tier=b            | true
        tier in(a,b)             | tier=b            | true
        tier in ( a , b )        | tier=c            | false
        tier in (a,b)            |                   | false
        tier in (a,)             | tier=             | true
        tier notin (a,b)         | tier=c            | true
        tier notin (a,b)         | tier=a            | false
        tier notin (a,b)         |                   | true
        app                      | app=              | true
        app                      | tier=app          | false
        !app                     | tier=app          | true
        !app                     | app=x             | false
        ! app                    |                   | true
        in in (in,notin)         | in=notin          | true
        notin=in                 | notin=in          | true
        size>4                   | size=5            | true
        size>4                   | size=4            | false
        size>4                   | size=big          | false
        size>4                   |                   | false
        size<4                   | size=-1           | true
        example.com/a_b.c=X-1.y  | example.com/a_b.c=X-1.y | true
        app=Shop                 | app=shop          | false
        """)
    void matchesAsKubernetesDoes(String selector, String labels, boolean matches) {
        assertThat(LabelSelector.parse(selector).matches(labels(labels))).isEqualTo(matches);
    }

    @Test
    void noRequirementMatchesEverything() {
        assertThat(LabelSelector.parse("")).isEqualTo(LabelSelector.EVERYTHING);
        assertThat(LabelSelector.EVERYTHING.matches(Map.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=a||y=b",
                "x==a==b",
                "!x=a",
                "x<a",
                "x>a",
                "a,",
                ",a",
                "a,,b",
                "a b",
                "x in",
                "x in a",
                "x in ()",
                "x in (a",
                "x in (a b)",
                "x notin",
                "x=a)",
                "(x=a)",
                "!",
                "=a",
                "x=\"a\"",
                "x=-a",
                "-x=a",
                "x/y/z=a",
                "/x=a",
                "X.com/a=b",
                "x>1,x>",
                "é=a"
            })
    void whatKubernetesRefusesIsRefused(String selector) {
        assertThatThrownBy(() -> LabelSelector.parse(selector)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anErrorSaysWhatWasFoundAndWhatIsAllowed() {
        assertThatThrownBy(() -> LabelSelector.parse("tier in (a b)"))
                .hasMessage("label selector \"tier in (a b)\": found \"b\", expected ',' or ')'; allowed: requirements"
                        + " such as app=shop, app!=shop, tier in (a,b), tier notin (a,b), app, !app, joined by"
                        + " commas");
        assertThatThrownBy(() -> LabelSelector.parse("app=" + "x".repeat(64)))
                .hasMessageStartingWith("label \"app\": found \"xxx")
                .hasMessageContaining("up to 63");
    }

    @Property
    void whatIsPrintedReadsBackAsTheSame(@ForAll("selectors") String text) {
        LabelSelector selector = LabelSelector.parse(text);

        assertThat(LabelSelector.parse(selector.toString())).isEqualTo(selector);
    }

    @Property
    void anyTextIsReadOrRefusedWithAMessage(@ForAll("anything") String text) {
        try {
            assertThat(LabelSelector.parse(text)).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().withChars("ai n=!(),<>1/.\t\"").ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> selectors() {
        return Arbitraries.of(
                        "a=b", "a!=b", "a=", "a!=", "a", "!a", "a in (x,y)", "a notin (,x)", "a>1", "a.b/c<2", "in")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> String.join(",", list));
    }

    private static Map<String, String> labels(String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split(" +"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
