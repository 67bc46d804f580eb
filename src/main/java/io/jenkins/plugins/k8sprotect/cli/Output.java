package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** The two streams of the process: results go to standard output, everything else to standard error. */
final class Output {
    private final PrintStream out;
    private final PrintStream err;

    Output(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Part of the result, as text. */
    void result(String text) {
        out.print(text);
        out.flush();
    }

    /** The result as one JSON document, in UTF-8 whatever the locale is. */
    void result(ObjectNode document) {
        byte[] bytes = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        out.write(bytes, 0, bytes.length);
        out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A line for the person in front of it. */
    void say(String line) {
        err.println(line);
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    PrintWriter outWriter() {
        return writer(out);
    }

    PrintWriter errWriter() {
        return writer(err);
    }

    /** For help texts: what a terminal expects is the platform's own encoding. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
    }
}
