package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.HtmlReport;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import io.jenkins.plugins.k8sprotect.engine.result.ResultJson;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an operation's files where the engine ran. What cannot be written costs the file, not the operation. */
final class AnswerFiles {
    static final String RESULT = "result.json";
    static final String REPORT = "report.html";
    static final String PLAN = "plan.json";
    static final String MANIFEST = "manifest.json";

    /** Rows of a plan that travel to the controller and into a Pipeline's variables; the file has all. */
    static final int PLAN_ROWS = 200;

    private final Path folder;

    /** @param folder null: no files */
    AnswerFiles(String folder) {
        this.folder = folder == null ? null : Path.of(folder);
    }

    /** Writes them. The answer that is returned has no more rows than may travel. */
    Answer keep(Answer answer) {
        List<ReportRow> shown = answer.plan().stream()
                .filter(row -> !row.action().equals("unchanged"))
                .limit(PLAN_ROWS)
                .toList();
        if (folder == null) {
            return answer.with(answer.result(), shown);
        }
        try {
            write(answer);
            return answer.with(answer.result(), shown);
        } catch (IOException | RuntimeException e) {
            Finding unwritten = Finding.attention(
                    "report-not-written",
                    null,
                    "the files of this operation could not be written ("
                            + e.getClass().getSimpleName() + "); it ended as told here");
            return answer.with(Results.and(answer.result(), unwritten), shown);
        }
    }

    private void write(Answer answer) throws IOException {
        OperationResult result = answer.result();
        Files.createDirectories(folder);
        if (!answer.plan().isEmpty()) {
            plan(answer);
        }
        if (answer.manifest() != null) {
            Files.write(folder.resolve(MANIFEST), answer.manifest());
        }
        Files.writeString(folder.resolve(RESULT), json(answer));
        Files.writeString(folder.resolve(REPORT), HtmlReport.render(result, rows(answer)));
    }

    /** The result, and the runs of a hook, which need the file no less. */
    static String json(Answer answer) {
        ObjectNode json = ResultJson.write(answer.result());
        if (!answer.runs().isEmpty()) {
            ArrayNode runs = json.putArray("runs");
            answer.runs().forEach(run -> runs.add(ResultJson.write(run)));
        }
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static List<ReportRow> rows(Answer answer) {
        return answer.runs().isEmpty()
                ? answer.plan()
                : answer.runs().stream().map(TargetRun::row).toList();
    }

    /** Written as it is made: a plan of a hundred thousand objects need not be in memory as a tree. */
    private void plan(Answer answer) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(PLAN));
                JsonGenerator json = Json.MAPPER.writer().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberProperty("formatVersion", ResultJson.FORMAT_VERSION);
            json.writeStringProperty("application", answer.result().application());
            json.writeStringProperty("backupId", answer.result().backupId());
            json.writeName("objects");
            json.writeStartArray();
            answer.plan().forEach(row -> json.writeTree(ResultJson.write(row)));
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
