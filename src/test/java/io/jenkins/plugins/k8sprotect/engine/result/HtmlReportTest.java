package io.jenkins.plugins.k8sprotect.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s>]*)((?:\\s[a-zA-Z-]+=\"[^\"<>]*\")*)>");
    private static final List<String> ELEMENTS = List.of(
            "!DOCTYPE",
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "header",
            "section",
            "footer",
            "h1",
            "h2",
            "p",
            "strong",
            "span",
            "small",
            "code",
            "svg",
            "path",
            "rect",
            "dl",
            "div",
            "dt",
            "dd",
            "details",
            "summary",
            "ul",
            "li",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td");

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void nothingThatIsPlantedInNamesOrMessagesBecomesMarkup(
            @ForAll("planted") OperationResult result, @ForAll("plantedRows") List<ReportRow> rows) {
        String page = HtmlReport.render(result, rows);
        assertThat(page).doesNotContain("<script", "<img", "onerror=\"", "<x>", "PLANT'", "PLANT\"");
        String body = page.substring(page.indexOf("</style>"));
        assertThat(TAG.matcher(body).results().map(m -> m.group(2))).allMatch(ELEMENTS::contains);
        assertThat(TAG.matcher(body).replaceAll("")).doesNotContain("<", ">", "\"");
    }

    @Provide
    Arbitrary<OperationResult> planted() {
        return AnyResult.of(hostile());
    }

    @Provide
    Arbitrary<List<ReportRow>> plantedRows() {
        return AnyResult.rows(hostile()).list().ofMaxSize(4);
    }

    private static Arbitrary<String> hostile() {
        Arbitrary<String> attack = Arbitraries.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=\"alert(1)",
                "PLANT' onload='x",
                "PLANT\" onload=\"x",
                "</style></title><x>",
                "&lt;script>",
                "<!-- -->",
                "]]>");
        Arbitrary<String> around = Arbitraries.strings().ofMaxLength(3);
        return Combinators.combine(around, attack, around).as((a, b, c) -> a + b + c);
    }

    @Test
    void thePageIsSelfContained() {
        String page = HtmlReport.render(Results.withWarnings(), List.of());
        assertThat(page).doesNotContain("<script", " src=", " href=", "url(", "@import", " style=");
        assertThat(page).contains("default-src &#39;none&#39;; style-src &#39;sha256-");
    }

    @Test
    void theOutcomeIsSaidInWordsAndByAShape() {
        for (Outcome outcome : Outcome.values()) {
            String page = HtmlReport.render(Results.of("restore", outcome), List.of());
            assertThat(page).containsIgnoringCase("</svg> <strong>" + Words.outcome(outcome) + "</strong>");
        }
    }

    @Test
    void aHookOfNoApplicationHasATitleAllTheSame() {
        String page = HtmlReport.render(Results.hook(), List.of());

        assertThat(page)
                .contains("<title>Hook: succeeded</title>", "<h1>Hook</h1>")
                .doesNotContain("Hook of");
    }

    @Test
    void findingsStandBySeverityGravestFirstWithTheirCount() {
        OperationResult result = Results.of(
                "backup",
                Outcome.FAILED,
                Finding.expected("owned", null, "left out"),
                Finding.attention("data-not-protected", Results.CLAIM, "data NOT protected"),
                Finding.failure("forbidden", Results.ROLE, "cannot be read"));
        assertThat(HtmlReport.render(result, List.of()))
                .containsSubsequence(
                        "Failures</span> <span class=\"count\">1<", "cannot be read",
                        "To look at</span> <span class=\"count\">1<", "data NOT protected",
                        "Expected</span> <span class=\"count\">1<", "left out");
    }

    @Test
    void kindsAndActionsMakeATableWithTotals() {
        assertThat(HtmlReport.render(Results.withWarnings(), List.of()))
                .contains("<th scope=\"row\">ConfigMap</th><td>1,204</td><td>3</td>")
                .contains("<th scope=\"row\">Deployment <small>apps</small></th><td>2</td><td class=\"none\">0</td>")
                .contains("<th scope=\"row\">All</th><td>1,206</td><td>3</td>");
    }

    @Test
    void tenThousandObjectsAreCutAndThePageSaysSo() {
        List<ReportRow> rows = IntStream.range(0, 10_000)
                .mapToObj(i -> Results.row("create", "settings-" + i))
                .toList();
        String page = HtmlReport.render(Results.withWarnings(), rows);
        assertThat(page).contains("And 9,500 more, not shown here: the JSON form");
        assertThat(page.length()).isLessThan(300_000);
    }

    @Test
    void theSameResultGivesTheSamePage() {
        List<ReportRow> rows = List.of(Results.row("skip", "a"), Results.row("create", "b"));
        assertThat(HtmlReport.render(Results.withWarnings(), rows))
                .isEqualTo(HtmlReport.render(Results.withWarnings(), rows));
    }
}
