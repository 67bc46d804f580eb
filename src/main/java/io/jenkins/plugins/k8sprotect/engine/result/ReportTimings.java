package io.jenkins.plugins.k8sprotect.engine.result;

import java.util.Locale;

/** The phases as bars. They are drawings, not styled boxes, so that they stand where style sheets are forbidden. */
final class ReportTimings {
    private ReportTimings() {}

    static void write(Html html, OperationResult result) {
        if (result.timings().isEmpty()) {
            return;
        }
        long longest = result.timings().stream().mapToLong(Timing::millis).max().orElse(0);
        html.open("section").line().element("h2", "Time by phase").line();
        html.open("table", "class", "timings").open("tbody").line();
        result.timings().forEach(t -> row(html, t, longest));
        html.close("tbody").close("table").line().close("section").line();
    }

    private static void row(Html html, Timing timing, long longest) {
        html.open("tr").element("th", timing.phase(), "scope", "row").open("td", "class", "bar");
        html.open("svg", "width", "100%", "height", "12", "aria-hidden", "true");
        html.open("rect", "width", "100%", "height", "12", "rx", "3", "class", "track", "fill-opacity", "0.15");
        html.close("rect");
        html.open("rect", "width", percent(timing.millis(), longest), "height", "12", "rx", "3", "class", "fill");
        html.close("rect").close("svg").close("td");
        html.element("td", Words.duration(timing.millis()), "class", "time")
                .close("tr")
                .line();
    }

    private static String percent(long millis, long longest) {
        return String.format(Locale.ROOT, "%.1f%%", longest <= 0 ? 0 : Math.max(0, 100.0 * millis / longest));
    }
}
