package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.progress.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/** Runs the command line in this process, without a cluster. */
final class Harness {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MutableClock clock = new MutableClock();

    final Map<String, String> environment = new HashMap<>();
    final FakeOperations operations = new FakeOperations();
    /** What a signal does while an operation runs. */
    Runnable interruption = () -> {};

    private String input = "";

    Harness input(String text) {
        input = text;
        return this;
    }

    /** @return the exit code */
    int run(String... args) {
        Shell shell = new Shell(
                new Output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                environment,
                false,
                clock,
                stop -> {
                    interruption = stop;
                    return () -> interruption = () -> {};
                },
                () -> {},
                operations);
        return K8sProtect.in(shell).execute(args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Standard output as the one JSON document that it must be. */
    JsonNode json() {
        try (MappingIterator<JsonNode> documents =
                Json.MAPPER.readerFor(JsonNode.class).readValues(out())) {
            JsonNode first = documents.next();
            if (documents.hasNext()) {
                throw new AssertionError("more than one document: " + out());
            }
            return first;
        }
    }
}
