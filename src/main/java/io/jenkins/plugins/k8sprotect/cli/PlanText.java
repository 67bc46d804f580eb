package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import java.util.List;
import java.util.Locale;

/** A plan as lines, in the order in which it would be carried out. What would stay as it is is counted, not listed. */
final class PlanText {
    private PlanText() {}

    static void print(Output output, List<ReportRow> rows) {
        StringBuilder text = new StringBuilder();
        for (ReportRow row : rows) {
            if (!row.action().equals("unchanged")) {
                row(text, row);
            }
            if (text.length() > 60_000) {
                output.result(text.toString());
                text.setLength(0);
            }
        }
        output.result(text.toString());
    }

    private static void row(StringBuilder text, ReportRow row) {
        String why = row.reason().isEmpty() ? "" : " (" + row.reason() + ")";
        line(text, String.format(Locale.ROOT, "%-9s %s%s", row.action(), row.object(), why));
        row.changes().forEach(change -> line(text, "          - " + change));
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.line(line)).append('\n');
    }
}
