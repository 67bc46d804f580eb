package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Parts of a result as a Pipeline reads them: maps and lists that a build can keep. Keys are always there, whatever was
 * found.
 */
final class ResultMaps {
    private ResultMaps() {}

    /** Kind → action → how many. */
    static LinkedHashMap<String, LinkedHashMap<String, Long>> counts(OperationResult result) {
        LinkedHashMap<String, LinkedHashMap<String, Long>> counts = new LinkedHashMap<>();
        result.counts().forEach(c -> counts.computeIfAbsent(c.kind().toString(), k -> new LinkedHashMap<>())
                .merge(c.action(), c.count(), Long::sum));
        return counts;
    }

    static ArrayList<LinkedHashMap<String, Serializable>> findings(List<Finding> findings) {
        ArrayList<LinkedHashMap<String, Serializable>> maps = new ArrayList<>();
        for (Finding finding : findings) {
            LinkedHashMap<String, Serializable> map = new LinkedHashMap<>();
            map.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            map.put("code", finding.code());
            map.put("object", finding.object() == null ? "" : finding.object().toString());
            map.put("message", finding.message());
            maps.add(map);
        }
        return maps;
    }

    static ArrayList<LinkedHashMap<String, Serializable>> plan(List<ReportRow> rows) {
        ArrayList<LinkedHashMap<String, Serializable>> maps = new ArrayList<>();
        for (ReportRow row : rows) {
            ObjectKey object = row.object();
            LinkedHashMap<String, Serializable> map = new LinkedHashMap<>();
            map.put("kind", object.groupKind().toString());
            map.put("namespace", object.namespace());
            map.put("name", object.name());
            map.put("action", row.action());
            map.put("reason", row.reason());
            map.put("changes", new ArrayList<>(row.changes()));
            maps.add(map);
        }
        return maps;
    }

    static ArrayList<LinkedHashMap<String, Serializable>> runs(List<TargetRun> runs) {
        ArrayList<LinkedHashMap<String, Serializable>> maps = new ArrayList<>();
        for (TargetRun run : runs) {
            LinkedHashMap<String, Serializable> map = new LinkedHashMap<>();
            map.put("namespace", run.namespace());
            map.put("pod", run.pod());
            map.put("container", run.container());
            map.put("end", run.end());
            map.put("exitCode", run.exitCode());
            map.put("durationMillis", run.durationMillis());
            map.put("stdout", String.join("\n", run.stdout()));
            map.put("stderr", String.join("\n", run.stderr()));
            maps.add(map);
        }
        return maps;
    }

    static LinkedHashMap<String, Long> timings(OperationResult result) {
        LinkedHashMap<String, Long> timings = new LinkedHashMap<>();
        result.timings().forEach(t -> timings.merge(t.phase(), t.millis(), Long::sum));
        return timings;
    }

    /** A sentence: what it is about, and what was found. */
    static String sentence(Finding finding) {
        return finding.object() == null ? finding.message() : finding.object() + ": " + finding.message();
    }
}
