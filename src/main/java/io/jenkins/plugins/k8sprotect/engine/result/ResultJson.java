package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result as JSON. The field names are a contract, listed in {@code docs/results.md}: written by hand so that renaming
 * something in Java changes no document.
 */
public final class ResultJson {
    /** The version that this software writes; a reader refuses a greater one and ignores fields it does not know. */
    public static final int FORMAT_VERSION = 1;

    private ResultJson() {}

    public static ObjectNode write(OperationResult result) {
        ObjectNode json = Json.newObject();
        json.put("formatVersion", FORMAT_VERSION);
        json.put("operation", result.operation());
        json.put("application", result.application());
        json.put("backupId", result.backupId());
        json.put("outcome", word(result.outcome()));
        json.put("started", result.started().toString());
        json.put("durationMillis", result.durationMillis());
        json.put("identity", result.identity());
        json.put("cluster", result.cluster());
        ObjectNode totals = json.putObject("totals");
        result.totals().forEach(totals::put);
        json.set("counts", counts(result.counts()));
        json.set("findings", findings(result.findings()));
        ArrayNode timings = json.putArray("timings");
        result.timings()
                .forEach(t -> timings.addObject().put("phase", t.phase()).put("millis", t.millis()));
        return json;
    }

    /** One object of a plan or a restore, as it stands in the array {@code objects} of a document that lists them. */
    public static ObjectNode write(ReportRow row) {
        ObjectNode json = Json.newObject();
        json.set("object", write(row.object()));
        json.put("action", row.action());
        json.put("reason", row.reason());
        ArrayNode changes = json.putArray("changes");
        row.changes().forEach(changes::add);
        return json;
    }

    /** One run of a hook's command, as it stands in the array {@code runs} of a document that has them. */
    public static ObjectNode write(TargetRun run) {
        ObjectNode json = Json.newObject();
        json.put("namespace", run.namespace());
        json.put("pod", run.pod());
        json.put("container", run.container());
        json.put("durationMillis", run.durationMillis());
        json.put("end", run.end());
        json.put("exitCode", run.exitCode());
        json.put("stdoutBytes", run.stdoutBytes());
        json.put("stderrBytes", run.stderrBytes());
        run.stdout().forEach(json.putArray("stdout")::add);
        run.stderr().forEach(json.putArray("stderr")::add);
        return json;
    }

    public static ArrayNode counts(List<KindCount> counts) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        counts.forEach(c -> array.add(count(c)));
        return array;
    }

    public static ArrayNode findings(List<Finding> findings) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        findings.forEach(f -> array.add(finding(f)));
        return array;
    }

    public static ObjectNode write(ObjectKey key) {
        return kind(key.groupKind()).put("namespace", key.namespace()).put("name", key.name());
    }

    /**
     * Reads what {@link #write(OperationResult)} wrote.
     *
     * @throws IllegalArgumentException if a field is missing or is not what it should be, or the document is of a later
     *     format version; the message names the field
     */
    public static OperationResult read(JsonNode json) {
        ResultReader reader = new ResultReader(json, "result");
        long version = reader.number("formatVersion");
        if (version != FORMAT_VERSION) {
            throw new IllegalArgumentException("result.formatVersion is " + version + ", and this software reads "
                    + FORMAT_VERSION + ": read it with the version that wrote it, or a later one");
        }
        return new OperationResult(
                reader.text("operation"),
                reader.text("application"),
                reader.text("backupId"),
                reader.word("outcome", Outcome.class),
                reader.instant("started"),
                reader.number("durationMillis"),
                reader.text("identity"),
                reader.text("cluster"),
                reader.list("counts", ResultJson::count),
                reader.list("findings", ResultJson::finding),
                reader.list("timings", r -> new Timing(r.text("phase"), r.number("millis"))));
    }

    /** Reads what {@link #write(ReportRow)} wrote. */
    public static ReportRow readRow(JsonNode json) {
        ResultReader reader = new ResultReader(json, "object");
        List<String> changes = reader.texts("changes");
        return new ReportRow(key(reader.child("object")), reader.text("action"), reader.text("reason"), changes);
    }

    /** Reads what {@link #write(TargetRun)} wrote. */
    public static TargetRun readRun(JsonNode json) {
        ResultReader reader = new ResultReader(json, "run");
        return new TargetRun(
                reader.text("namespace"),
                reader.text("pod"),
                reader.text("container"),
                reader.number("durationMillis"),
                reader.text("end"),
                (int) reader.number("exitCode"),
                reader.number("stdoutBytes"),
                reader.number("stderrBytes"),
                reader.texts("stdout"),
                reader.texts("stderr"));
    }

    private static ObjectNode count(KindCount count) {
        return kind(count.kind()).put("action", count.action()).put("count", count.count());
    }

    private static KindCount count(ResultReader reader) {
        return new KindCount(kind(reader), reader.text("action"), reader.number("count"));
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = Json.newObject();
        json.put("severity", word(finding.severity()));
        json.put("code", finding.code());
        if (finding.object() != null) {
            json.set("object", write(finding.object()));
        }
        return json.put("message", finding.message());
    }

    private static Finding finding(ResultReader reader) {
        ObjectKey object = reader.has("object") ? key(reader.child("object")) : null;
        return new Finding(
                reader.word("severity", Finding.Severity.class), reader.text("code"), object, reader.text("message"));
    }

    private static ObjectNode kind(GroupKind kind) {
        return Json.newObject().put("group", kind.group()).put("kind", kind.kind());
    }

    private static GroupKind kind(ResultReader reader) {
        return new GroupKind(reader.text("group"), reader.text("kind"));
    }

    private static ObjectKey key(ResultReader reader) {
        return new ObjectKey(kind(reader), reader.text("namespace"), reader.text("name"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
