package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The details as JSON. */
final class DetailsCodec {
    private DetailsCodec() {}

    static byte[] encode(Details details) {
        ObjectNode json = Json.newObject();
        json.put("definition", details.definition());
        ArrayNode findings = json.putArray("findings");
        details.findings().forEach(finding -> put(findings.addObject(), finding));
        return Json.bytes(json);
    }

    private static void put(ObjectNode json, Finding finding) {
        json.put("severity", finding.severity().name());
        json.put("code", finding.code());
        if (finding.object() != null) {
            ObjectNode object = json.putObject("object");
            TypeCodec.put(object, finding.object().groupKind());
            object.put("namespace", finding.object().namespace());
            object.put("name", finding.object().name());
        }
        json.put("message", finding.message());
    }

    /** @throws IllegalArgumentException if it is not what {@link #encode} writes; names the field */
    static Details decode(byte[] bytes) {
        Fields fields = new Fields(Json.object(bytes), "");
        return new Details(fields.text("definition"), fields.objects("findings", DetailsCodec::finding));
    }

    private static Finding finding(Fields fields) {
        return new Finding(
                fields.one(Finding.Severity.class, "severity"),
                fields.text("code"),
                fields.has("object") ? object(fields.object("object")) : null,
                fields.text("message"));
    }

    private static ObjectKey object(Fields fields) {
        return new ObjectKey(TypeCodec.kind(fields), fields.text("namespace"), fields.text("name"));
    }
}
