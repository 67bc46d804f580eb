package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import io.jenkins.plugins.k8sprotect.engine.result.ResultJson;
import io.jenkins.plugins.k8sprotect.engine.result.TextReport;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

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
            done.runs().forEach(run -> output.result(Printable.line(run.summary()) + "\n"));
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
        list(generator, "objects", done.rows(), ResultJson::write);
        list(generator, "runs", done.runs(), ResultJson::write);
        generator.writeEndObject();
        generator.close();
        out.println();
        out.flush();
    }

    private static <T> void list(JsonGenerator generator, String name, List<T> items, Function<T, ObjectNode> json) {
        if (items.isEmpty()) {
            return;
        }
        generator.writeName(name);
        generator.writeStartArray();
        items.forEach(item -> generator.writeTree(json.apply(item)));
        generator.writeEndArray();
    }
}
