package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects of a plan or a restore, by action; long groups are folded and cut, since a browser must survive them. */
final class ReportObjects {
    /** Objects shown of one action. */
    private static final int SHOWN = 500;
    /** Changes shown of one object. */
    private static final int CHANGES = 40;
    /** A group of at most this many is open from the start. */
    private static final int SHORT = 25;

    private ReportObjects() {}

    static void write(Html html, List<ReportRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, List<ReportRow>> byAction = new LinkedHashMap<>();
        rows.forEach(r ->
                byAction.computeIfAbsent(r.action(), a -> new ArrayList<>()).add(r));
        html.open("section").line().element("h2", "Objects by action").line();
        Actions.ordered(byAction.keySet()).forEach(action -> group(html, action, byAction.get(action)));
        html.close("section").line();
    }

    private static void group(Html html, String action, List<ReportRow> rows) {
        boolean why = rows.stream().anyMatch(r -> !r.reason().isEmpty());
        boolean changes = rows.stream().anyMatch(r -> !r.changes().isEmpty());
        Mark mark = Actions.isProblem(action) ? Mark.BAD : null;
        Fold.open(html, mark, action, rows.size(), rows.size() <= SHORT && !Actions.isQuiet(action));
        html.open("table", "class", "objects").open("thead").open("tr");
        html.element("th", "Object", "scope", "col");
        column(html, why, "Why");
        column(html, changes, "Changes");
        html.close("tr").close("thead").line().open("tbody").line();
        rows.stream().limit(SHOWN).forEach(r -> row(html, r, why, changes));
        html.close("tbody").close("table").line();
        Fold.more(html, rows.size() - (long) SHOWN);
        Fold.close(html);
    }

    private static void column(Html html, boolean shown, String title) {
        if (shown) {
            html.element("th", title, "scope", "col");
        }
    }

    private static void row(Html html, ReportRow row, boolean why, boolean changes) {
        html.open("tr").open("th", "scope", "row");
        name(html, row.object());
        html.close("th");
        if (why) {
            html.element("td", row.reason());
        }
        if (changes) {
            html.open("td");
            changes(html, row.changes());
            html.close("td");
        }
        html.close("tr").line();
    }

    private static void changes(Html html, List<String> changes) {
        if (changes.isEmpty()) {
            return;
        }
        html.open("ul");
        changes.stream().limit(CHANGES).forEach(c -> html.element("li", c));
        if (changes.size() > CHANGES) {
            html.element("li", "and " + Words.count(changes.size() - CHANGES) + " more");
        }
        html.close("ul");
    }

    /** An object as the report writes it: its kind small, its name in full. */
    static void name(Html html, ObjectKey object) {
        html.open("span", "class", "object")
                .element("small", object.groupKind().toString())
                .text(" ");
        String name = object.isNamespaced() ? object.namespace() + "/" + object.name() : object.name();
        html.element("span", name, "class", "name").close("span");
    }
}
