package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Refuses YAML that costs more than its text: looks at the parser's events, which take no recursion and no memory,
 * before any tree is made of them. An alias counts with all that it stands for, so that nine levels of nine aliases
 * are seen as the 9⁹ nodes that they mean.
 */
final class YamlGuard {
    private final YamlForm form;
    private final Mistakes mistakes;
    private final Map<Anchor, Extent> anchors = new HashMap<>();
    private final Deque<Extent> open = new ArrayDeque<>();
    private final Extent text = new Extent();

    /** How much a node holds, itself counted, and how deep. */
    private static final class Extent {
        private int nodes = 1;
        private int height = 1;
        private boolean closed;
    }

    YamlGuard(YamlForm form, Mistakes mistakes) {
        this.form = form;
        this.mistakes = mistakes;
    }

    /** Adds the first thing that is too much, if any, to the mistakes, and reads no further. */
    void check(String text) {
        for (Event event : new Parse(form.settings()).parseString(text)) {
            if (!accept(event)) {
                return;
            }
        }
    }

    private boolean accept(Event event) {
        if (event instanceof DocumentStartEvent) {
            anchors.clear();
        } else if (event instanceof CollectionStartEvent start) {
            Extent extent = anchored(start.getAnchor());
            open.push(extent);
            return open.size() <= form.maxDepth() || refuse(event, "nested deeper than " + form.maxDepth() + " levels");
        } else if (event instanceof CollectionEndEvent) {
            Extent closing = open.pop();
            closing.closed = true;
            return addToParent(event, closing);
        } else if (event instanceof ScalarEvent scalar) {
            Extent extent = anchored(scalar.getAnchor());
            extent.closed = true;
            return addToParent(event, extent);
        } else if (event instanceof AliasEvent alias) {
            return acceptAlias(alias);
        }
        return true;
    }

    private Extent anchored(Optional<Anchor> anchor) {
        Extent extent = new Extent();
        anchor.ifPresent(a -> anchors.put(a, extent));
        return extent;
    }

    private boolean acceptAlias(AliasEvent alias) {
        Extent target = anchors.get(alias.getAlias());
        if (target == null) {
            return refuse(alias, YamlDocuments.undefinedAlias(alias.getAlias().getValue(), form));
        }
        if (!target.closed) {
            return refuse(
                    alias,
                    (form.quotable()
                                    ? "alias " + Quote.of("*" + alias.getAlias().getValue())
                                    : "an alias") + " stands inside its own anchor");
        }
        return addToParent(alias, target);
    }

    private boolean addToParent(Event event, Extent child) {
        Extent parent = open.isEmpty() ? text : open.peek();
        // The sum cannot overflow: each operand was held to its limit before.
        parent.nodes += child.nodes;
        parent.height = Math.max(parent.height, child.height + 1);
        if (parent.nodes > form.maxNodes()) {
            return refuse(event, "more than " + form.maxNodes() + " values, aliases counted as what they stand for");
        }
        return open.size() + child.height <= form.maxDepth() + 1
                || refuse(event, "nested deeper than " + form.maxDepth() + " levels, aliases followed");
    }

    private boolean refuse(Event event, String message) {
        mistakes.add(event.getStartMark(), "", message);
        return false;
    }
}
