package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import io.jenkins.plugins.k8sprotect.engine.result.ResultJson;
import io.jenkins.plugins.k8sprotect.engine.result.TextReport;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;

/** Prints the result of an operation. */
final class ResultOutput {
    private ResultOutput() {}

    static void print(Output output, boolean json, Done done) {
        if (json) {
            json(output.out(), done);
        } else {
            if (done.result().operation().equals("plan")) {
                PlanText.print(output, done.rows());
            }
            output.result(TextReport.render(done.result()));
        }
    }

    /** Written as it is made: a plan of a hundred thousand objects need not be in memory as a tree. */
    private static void json(PrintStream out, Done done) {
        ObjectWriter pretty = Json.MAPPER.writerWithDefaultPrettyPrinter();
        JsonGenerator generator = pretty.createGenerator(new Unclosed(out));
        generator.writeStartObject();
        ResultJson.write(done.result()).properties().forEach(field -> {
            generator.writeName(field.getKey());
            generator.writeTree(field.getValue());
        });
        rows(generator, done.rows());
        generator.writeEndObject();
        generator.close();
        out.println();
        out.flush();
    }

    private static void rows(JsonGenerator generator, List<ReportRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        generator.writeName("objects");
        generator.writeStartArray();
        rows.forEach(row -> generator.writeTree(ResultJson.write(row)));
        generator.writeEndArray();
    }
}
