package io.jenkins.plugins.k8sprotect.engine.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What it was, how it ended, in one sentence why, and where, when, by whom. */
final class ReportHeader {
    private ReportHeader() {}

    static void write(Html html, OperationResult result) {
        Mark mark = Mark.of(result.outcome());
        html.open("header", "class", mark.cssClass()).line();
        title(html, result);
        html.open("p", "class", "outcome");
        mark.write(html);
        html.text(" ")
                .element("strong", capital(Words.outcome(result.outcome())))
                .close("p")
                .line();
        html.element("p", summary(result), "class", "summary").line();
        html.open("dl").line();
        fact(html, "Backup", result.backupId(), true);
        fact(html, "Started", Words.time(result.started()), false);
        fact(html, "Took", Words.duration(result.durationMillis()), false);
        fact(html, "Cluster", result.cluster(), true);
        fact(html, "Identity", result.identity(), true);
        html.close("dl").line().close("header").line();
    }

    private static void title(Html html, OperationResult result) {
        if (result.application().isEmpty()) {
            html.element("h1", Words.title(result)).line();
            return;
        }
        html.element("p", Words.operation(result.operation()) + " of", "class", "operation")
                .line();
        html.element("h1", result.application()).line();
    }

    private static String summary(OperationResult result) {
        List<String> parts = new ArrayList<>();
        String totals = Words.totals(result);
        parts.add(totals.isEmpty() ? "No objects" : "Objects: " + totals);
        for (Finding.Severity severity : List.of(Finding.Severity.FAILURE, Finding.Severity.ATTENTION)) {
            int count = result.findings(severity).size();
            if (count > 0) {
                parts.add(Words.severity(severity).toLowerCase(Locale.ROOT) + ": " + Words.count(count));
            }
        }
        return String.join("; ", parts) + ".";
    }

    private static void fact(Html html, String name, String value, boolean code) {
        if (!value.isEmpty()) {
            html.open("div").element("dt", name).open("dd").element(code ? "code" : "span", value);
            html.close("dd").close("div").line();
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
