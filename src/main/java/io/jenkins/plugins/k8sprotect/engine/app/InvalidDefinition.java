package io.jenkins.plugins.k8sprotect.engine.app;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A definition that cannot be used, with everything that is wrong with it. Its message has a line for each mistake, in
 * the order of the text: {@code shop.yaml:7: spec.include[0].kind: unknown field; …}.
 */
public final class InvalidDefinition extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** More lines than this help nobody; {@link #mistakes} has them all. */
    private static final int MOST_IN_MESSAGE = 100;

    private final String sourceName;
    private final List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param line line in the text, from 1; 0 where it is about the text as a whole
     * @param column column in that line, from 1; 0 where it is about the text as a whole
     * @param field path of the field, such as {@code spec.include[0].kinds[1]}; empty where it is about the whole
     * @param message what was found, and what is allowed
     */
    public record Mistake(int line, int column, String field, String message) implements Serializable {
        String toString(String sourceName) {
            return sourceName + ":" + (line > 0 ? line + ":" : "") + (field.isEmpty() ? " " : " " + field + ": ")
                    + message;
        }
    }

    /**
     * @param sourceName what the text is called in messages, such as a file's name
     * @param mistakes all that was found, at least one
     */
    public InvalidDefinition(String sourceName, List<Mistake> mistakes) {
        super(message(sourceName, mistakes));
        this.sourceName = sourceName;
        this.mistakes = List.copyOf(mistakes);
    }

    private static String message(String sourceName, List<Mistake> mistakes) {
        String lines = mistakes.stream()
                .limit(MOST_IN_MESSAGE)
                .map(m -> m.toString(sourceName))
                .collect(Collectors.joining("\n"));
        int more = mistakes.size() - MOST_IN_MESSAGE;
        return more > 0 ? lines + "\n" + sourceName + ": and " + more + " more mistakes" : lines;
    }

    /** What the text is called in messages. */
    public String sourceName() {
        return sourceName;
    }

    /** All mistakes, in the order of the text. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
