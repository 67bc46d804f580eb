package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a declarative Pipeline, or one of its stages, was written to do. */
final class Sections {
    final String name;
    String agent;
    Closure<?> environment;
    Closure<?> parameters;
    Closure<?> steps;
    Closure<?> when;
    String input;
    long timeout;
    String timeoutUnit = "MINUTES";
    boolean checkout = true;
    boolean parallel;
    final List<Sections> stages = new ArrayList<>();
    final Map<String, Closure<?>> post = new LinkedHashMap<>();

    private Sections(String name) {
        this.name = name;
    }

    static Sections ofPipeline(Closure<?> body) {
        Sections read = new Sections("pipeline");
        read.common("pipeline")
                .withBlock("parameters", c -> read.parameters = c)
                .withBlock(
                        "triggers",
                        c -> new Directive("triggers").with("cron", a -> {}).read(c))
                .read(body);
        return read;
    }

    private static Sections ofStage(Object[] arguments) {
        Sections read = new Sections(arguments[0].toString());
        read.common("stage")
                .withBlock("steps", c -> read.steps = c)
                .withBlock("when", c -> read.when = c)
                .with("input", a -> read.input = messageOf(a[0]))
                .withBlock("parallel", c -> {
                    read.parallel = true;
                    read.readStages(c);
                })
                .read((Closure<?>) arguments[1]);
        return read;
    }

    private Directive common(String where) {
        return new Directive(where)
                .with("agent", a -> agent = labelOf(a[0]))
                .withBlock("environment", c -> environment = c)
                .withBlock("options", this::readOptions)
                .withBlock("stages", this::readStages)
                .withBlock("post", this::readPost);
    }

    private void readStages(Closure<?> body) {
        new Directive("stages").with("stage", a -> stages.add(ofStage(a))).read(body);
    }

    private void readOptions(Closure<?> body) {
        new Directive("options")
                .with("timeout", this::readTimeout)
                .with("skipDefaultCheckout", a -> checkout = false)
                .with("disableConcurrentBuilds", a -> {})
                .with("timestamps", a -> {})
                .read(body);
    }

    private void readTimeout(Object[] given) {
        Arguments arguments = Arguments.parse(given, false);
        timeout = Long.parseLong(arguments.text("time"));
        timeoutUnit = arguments.has("unit") ? arguments.text("unit") : timeoutUnit;
    }

    private void readPost(Closure<?> body) {
        Directive directive = new Directive("post");
        for (PostCondition condition : PostCondition.values()) {
            directive.withBlock(condition.written(), c -> post.put(condition.written(), c));
        }
        directive.read(body);
    }

    private static String labelOf(Object given) {
        if (!(given instanceof Closure<?> block)) {
            return given.toString();
        }
        String[] label = new String[1];
        new Directive("agent").with("label", a -> label[0] = a[0].toString()).read(block);
        return label[0];
    }

    private static String messageOf(Object given) {
        if (!(given instanceof Closure<?> block)) {
            return given.toString();
        }
        String[] message = new String[1];
        new Directive("input")
                .with("message", a -> message[0] = a[0].toString())
                .with("ok", a -> {})
                .with("submitter", a -> {})
                .read(block);
        return message[0];
    }
}
