package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a definition, with its place. Its readers return what was asked for; otherwise they add a mistake and
 * return nothing.
 *
 * @param node the YAML node
 * @param path such as {@code spec.include[0].kinds}
 * @param mistakes where mistakes go
 */
record Value(Node node, String path, Mistakes mistakes) {

    void wrong(String message) {
        mistakes.add(node, path, message);
    }

    private void wrongType(String expected) {
        wrong("found " + found() + ", expected " + expected);
    }

    Optional<String> text(String expected) {
        if (isText()) {
            return Optional.of(((ScalarNode) node).getValue());
        }
        boolean quotable = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL) && isStandard(node.getTag());
        wrongType(expected + (quotable ? "; put it in quotes if that is what is meant" : ""));
        return Optional.empty();
    }

    /** As {@link #text}, and then read by {@code parse}; its IllegalArgumentException is a mistake here. */
    <T> Optional<T> text(String expected, Function<String, T> parse) {
        return text(expected).flatMap(text -> tryTo(() -> parse.apply(text)));
    }

    <T> Optional<T> tryTo(Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException e) {
            wrong(e.getMessage());
            return Optional.empty();
        }
    }

    /** The entries of a list. An empty list is a mistake: nothing and everything would both be a reading of it. */
    List<Value> items(String expected) {
        if (!(node instanceof SequenceNode sequence) || !node.getTag().equals(Tag.SEQ)) {
            wrongType(expected + (isText() ? "; write [" + Quote.bare(((ScalarNode) node).getValue()) + "]" : ""));
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            wrong("the list is empty; give an entry or remove the field");
        }
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Value(item, path + "[" + items.size() + "]", mistakes));
        }
        return items;
    }

    /**
     * The texts of a list, each read by {@code parse}.
     *
     * @param expected what one of them is, in the singular and without an article
     */
    <T> List<T> texts(String expected, Function<String, T> parse) {
        return items("a list of " + expected + "s").stream()
                .flatMap(item -> item.text("a " + expected, parse).stream())
                .toList();
    }

    Optional<Mapping> mapping(String expected, List<String> allowed) {
        if (node instanceof MappingNode mapping && node.getTag().equals(Tag.MAP)) {
            return Optional.of(new Mapping(this, mapping, allowed));
        }
        wrongType(expected);
        return Optional.empty();
    }

    boolean isEmptyList() {
        return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isText() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
    }

    private String found() {
        if (!isStandard(node.getTag())) {
            return "the tag " + Quote.of(node.getTag().getValue());
        }
        if (node instanceof ScalarNode scalar) {
            return found(scalar);
        }
        return node instanceof MappingNode ? "a mapping" : "a list";
    }

    private static String found(ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.NULL)) {
            return "nothing";
        }
        if (scalar.getTag().equals(Tag.STR)) {
            return "the text " + Quote.of(scalar.getValue());
        }
        String type = scalar.getTag().equals(Tag.BOOL) ? "true or false" : "a number";
        return "the value " + Quote.bare(scalar.getValue()) + " (" + type + ")";
    }

    private static boolean isStandard(Tag tag) {
        return List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP)
                .contains(tag);
    }
}
