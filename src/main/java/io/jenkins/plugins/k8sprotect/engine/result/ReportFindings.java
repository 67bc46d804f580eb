package io.jenkins.plugins.k8sprotect.engine.result;

import java.util.List;

/** Findings by severity, gravest first; the benign ones folded. */
final class ReportFindings {
    /** Findings shown of one severity: more would hide what they say. */
    private static final int SHOWN = 200;

    private ReportFindings() {}

    static void write(Html html, OperationResult result) {
        html.open("section").line().element("h2", "Findings").line();
        if (result.findings().isEmpty()) {
            html.element("p", "Nothing was found that needs a look.", "class", "quiet")
                    .line();
        }
        group(html, Finding.Severity.FAILURE, result, true);
        group(html, Finding.Severity.ATTENTION, result, true);
        group(html, Finding.Severity.EXPECTED, result, false);
        html.close("section").line();
    }

    private static void group(Html html, Finding.Severity severity, OperationResult result, boolean open) {
        List<Finding> findings = result.findings(severity);
        if (findings.isEmpty()) {
            return;
        }
        Mark mark = Mark.of(severity);
        Fold.open(html, mark, Words.severity(severity), findings.size(), open);
        html.open("ul", "class", "findings").line();
        findings.stream().limit(SHOWN).forEach(f -> finding(html, f));
        html.close("ul").line();
        Fold.more(html, findings.size() - SHOWN);
        Fold.close(html);
    }

    private static void finding(Html html, Finding finding) {
        html.open("li");
        if (finding.object() != null) {
            ReportObjects.name(html, finding.object());
        }
        html.open("p").text(finding.message()).text(" ").element("code", finding.code(), "class", "tag");
        html.close("p").close("li").line();
    }
}
