package io.jenkins.plugins.k8sprotect.engine.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A result in a few aligned lines for a terminal or a log: ASCII apart from what names and messages hold, no colour,
 * gravest findings first.
 */
public final class TextReport {
    /** Findings shown of one severity. Benign ones are only counted. */
    private static final int SHOWN = 20;

    private TextReport() {}

    /** Lines that each end in a line feed. */
    public static String render(OperationResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(Printable.line(Words.title(result)) + ": " + Words.outcome(result.outcome()));
        field(lines, "backup", result.backupId());
        field(lines, "cluster", result.cluster());
        field(lines, "identity", result.identity());
        field(lines, "started", Words.time(result.started()) + ", took " + Words.duration(result.durationMillis()));
        field(lines, "objects", Words.totals(result));
        field(lines, "phases", phases(result));
        for (Finding.Severity severity : List.of(Finding.Severity.FAILURE, Finding.Severity.ATTENTION)) {
            findings(lines, severity, result.findings(severity));
        }
        int expected = result.findings(Finding.Severity.EXPECTED).size();
        if (expected > 0) {
            field(lines, "expected", Words.count(expected, "benign finding", "benign findings") + ", in the reports");
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String phases(OperationResult result) {
        return result.timings().stream()
                .map(t -> t.phase() + " " + Words.duration(t.millis()))
                .collect(Collectors.joining(", "));
    }

    private static void findings(List<String> lines, Finding.Severity severity, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add("  " + Words.severity(severity).toLowerCase(Locale.ROOT) + ": " + Words.count(findings.size()));
        findings.stream().limit(SHOWN).forEach(f -> lines.add("    " + line(f)));
        if (findings.size() > SHOWN) {
            lines.add("    and " + Words.count(findings.size() - SHOWN) + " more, in the JSON and HTML reports");
        }
    }

    /** The object is not said twice where the message names it. */
    private static String line(Finding finding) {
        String object = finding.object() == null ? "" : finding.object().toString();
        String message = finding.message();
        String about = object.isEmpty() || message.contains(object) ? message : object + ": " + message;
        return Printable.line(finding.code() + ": " + about);
    }

    private static void field(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-9s %s", name, Printable.line(value)));
        }
    }
}
