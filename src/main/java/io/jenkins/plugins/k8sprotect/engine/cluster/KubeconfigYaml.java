package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns the text of a kubeconfig into maps, lists and scalars, straight from the parser's events: no tags, no types, no
 * recursion deeper than {@link #MAX_DEPTH}. An alias is the very value that its anchor names, so that aliases of aliases
 * take no memory. No message quotes the text, which holds credentials.
 */
final class KubeconfigYaml {
    /** Characters. Files with dozens of clusters and their certificates have a tenth of that. */
    static final int MAX_LENGTH = 1 << 20;

    static final int MAX_DEPTH = 32;

    /** The reader copies what it holds each time that a token outgrows this, and certificates are long tokens. */
    private static final int BUFFER = 1 << 14;

    /**
     * Text of a value.
     *
     * @param plain whether it stood without quotes, so that it may mean a number, a truth value or nothing
     */
    record Scalar(String text, boolean plain) {
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        @Override
        public String toString() {
            return "Scalar";
        }
    }

    private final String at;
    private final Map<Anchor, Object> anchors = new HashMap<>();
    private final Iterator<Event> events;

    private KubeconfigYaml(String text, String at) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_LENGTH)
                .setBufferSize(BUFFER)
                .build();
        this.at = at;
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * The one mapping that the text holds.
     *
     * @param at what messages begin with
     * @throws InvalidAccess if it is too large, no YAML (or JSON), or something else than one mapping
     */
    static Map<String, Object> parse(String text, String at) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidAccess(at + ": larger than " + MAX_LENGTH + " characters");
        }
        if (text.isBlank()) {
            throw new InvalidAccess(at + ": not a kubeconfig: it is empty");
        }
        try {
            return new KubeconfigYaml(text.startsWith("\uFEFF") ? text.substring(1) : text, at).document();
        } catch (MarkedYamlEngineException e) {
            throw invalid(at, e.getProblemMark());
        } catch (YamlEngineException e) {
            throw invalid(at, Optional.empty());
        }
    }

    private static InvalidAccess invalid(String at, Optional<Mark> mark) {
        return new InvalidAccess(at + ": not a kubeconfig (kind: Config in YAML or JSON)"
                + mark.map(m -> "; see line " + (m.getLine() + 1)).orElse(""));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> document() {
        Object root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root != null) {
                throw new InvalidAccess(at + ": holds several documents; a kubeconfig is one");
            }
            if (event instanceof NodeEvent node) {
                root = value(node, 1);
            }
        }
        if (root instanceof Map<?, ?> mapping) {
            return (Map<String, Object>) mapping;
        }
        throw invalid(at, Optional.empty());
    }

    private Object value(NodeEvent event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new InvalidAccess(at + ": nested deeper than " + MAX_DEPTH + " levels" + line(event));
        }
        if (event instanceof AliasEvent alias) {
            // An anchor is known only after its value, so that nothing can hold itself.
            Object value = anchors.get(alias.getAlias());
            if (value == null) {
                throw new InvalidAccess(at + ": an alias without an anchor before it" + line(event));
            }
            return value;
        }
        Object value = event instanceof ScalarEvent scalar
                ? new Scalar(scalar.getValue(), scalar.isPlain())
                : event instanceof SequenceStartEvent ? list(depth) : mapping(depth);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
        return value;
    }

    private List<Object> list(int depth) {
        List<Object> items = new ArrayList<>();
        while (events.next() instanceof NodeEvent item) {
            items.add(value(item, depth + 1));
        }
        return items;
    }

    private Map<String, Object> mapping(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (events.next() instanceof NodeEvent key) {
            if (!(key instanceof ScalarEvent name)) {
                throw invalid(at, key.getStartMark());
            }
            Object value = value((NodeEvent) events.next(), depth + 1);
            if (fields.putIfAbsent(name.getValue(), value) != null) {
                throw new InvalidAccess(at + ": a field is given twice" + line(key));
            }
        }
        return fields;
    }

    private static String line(Event event) {
        return event.getStartMark().map(m -> ", in line " + (m.getLine() + 1)).orElse("");
    }
}
