package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of kinds by actions. */
final class ReportCounts {
    private ReportCounts() {}

    static void write(Html html, OperationResult result) {
        if (result.counts().isEmpty()) {
            return;
        }
        List<String> actions = Actions.ordered(result.totals().keySet());
        html.open("section").line().element("h2", "Objects by kind").line();
        html.open("div", "class", "scroll").open("table", "class", "counts").line();
        html.open("thead").open("tr").element("th", "Kind", "scope", "col");
        actions.forEach(a -> html.element("th", a, "scope", "col"));
        html.close("tr").close("thead").line().open("tbody").line();
        byKind(result).forEach((kind, counts) -> row(html, kind, counts, actions));
        html.close("tbody").line().open("tfoot").open("tr").element("th", "All", "scope", "row");
        actions.forEach(a -> cell(html, a, result.totals().get(a)));
        html.close("tr")
                .close("tfoot")
                .line()
                .close("table")
                .close("div")
                .line()
                .close("section")
                .line();
    }

    private static Map<GroupKind, Map<String, Long>> byKind(OperationResult result) {
        Map<GroupKind, Map<String, Long>> kinds = new TreeMap<>();
        result.counts().forEach(c -> kinds.computeIfAbsent(c.kind(), k -> new HashMap<>())
                .merge(c.action(), c.count(), Long::sum));
        return kinds;
    }

    private static void row(Html html, GroupKind kind, Map<String, Long> counts, List<String> actions) {
        html.open("tr").open("th", "scope", "row").text(kind.kind());
        if (!kind.group().isEmpty()) {
            html.text(" ").element("small", kind.group());
        }
        html.close("th");
        actions.forEach(a -> cell(html, a, counts.getOrDefault(a, 0L)));
        html.close("tr").line();
    }

    private static void cell(Html html, String action, long count) {
        if (count == 0) {
            html.element("td", "0", "class", "none");
        } else if (Actions.isProblem(action)) {
            html.element("td", Words.count(count), "class", "bad");
        } else {
            html.element("td", Words.count(count));
        }
    }
}
