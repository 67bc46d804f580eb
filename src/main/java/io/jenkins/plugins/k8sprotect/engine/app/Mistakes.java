package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.app.InvalidDefinition.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one text, so that all of it is told at once. */
final class Mistakes {
    private static final Comparator<Mistake> ORDER =
            Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);

    private final String sourceName;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String sourceName) {
        this.sourceName = sourceName;
    }

    void add(Node node, String field, String message) {
        add(node.getStartMark(), field, message);
    }

    void add(Optional<Mark> mark, String field, String message) {
        add(mark.map(Mark::getLine).orElse(-1) + 1, mark.map(Mark::getColumn).orElse(-1) + 1, field, message);
    }

    /** Line and column from 1; 0 for the text as a whole. */
    void add(int line, int column, String field, String message) {
        found.add(new Mistake(line, column, field, message));
    }

    int size() {
        return found.size();
    }

    /** Ends the reading with all that was found. */
    InvalidDefinition asException() {
        return new InvalidDefinition(sourceName, found.stream().sorted(ORDER).toList());
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw asException();
        }
    }
}
