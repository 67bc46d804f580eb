package io.jenkins.plugins.k8sprotect.engine.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns a text that nobody vouches for into YAML nodes with their places. Nothing is constructed from tags; size,
 * depth and expansion are bounded before nodes are made.
 */
final class YamlDocuments {
    private static final int LONGEST_PROBLEM = 200;
    private static final String STAR_HINT = "; a value that begins with * must be in quotes, such as \"*.batch\"";

    private YamlDocuments() {}

    /** The root nodes of all documents. Empty documents are left out. */
    static List<Node> parse(String text, YamlForm form, Mistakes mistakes) {
        refuseTooLarge(text, form, mistakes);
        try {
            new YamlGuard(form, mistakes).check(text);
            mistakes.throwIfAny();
            List<Node> documents = new ArrayList<>();
            new Compose(form.settings()).composeAllFromString(text).forEach(documents::add);
            return documents;
        } catch (MarkedYamlEngineException e) {
            mistakes.add(e.getProblemMark().or(e::getContextMark), "", "not YAML: " + problem(e, form));
        } catch (ReaderException e) {
            mistakes.add(
                    lineOf(text, e.getPosition()),
                    0,
                    "",
                    String.format("not YAML: the character U+%04X is not allowed in it", e.getCodePoint()));
        } catch (YamlEngineException e) {
            mistakes.add(
                    0, 0, "", "not YAML: " + clip(form.quotable() ? String.valueOf(e.getMessage()) : "not understood"));
        }
        throw mistakes.asException();
    }

    private static void refuseTooLarge(String text, YamlForm form, Mistakes mistakes) {
        // The character count first: it bounds what the byte count has to look at.
        if (text.length() > form.maxBytes() || text.getBytes(StandardCharsets.UTF_8).length > form.maxBytes()) {
            mistakes.add(0, 0, "", form.tooLarge());
            throw mistakes.asException();
        }
    }

    private static String problem(MarkedYamlEngineException e, YamlForm form) {
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        boolean alias = context.contains("alias");
        String said = form.quotable() ? context + e.getProblem() : "what stands here is not understood";
        return clip(said) + (alias ? STAR_HINT : "");
    }

    static String undefinedAlias(String name, YamlForm form) {
        String alias = form.quotable() ? "alias " + Quote.of("*" + name) : "an alias";
        return alias + " refers to no anchor above it" + STAR_HINT;
    }

    private static String clip(String problem) {
        String line = problem.replaceAll("\\s+", " ");
        return line.length() > LONGEST_PROBLEM ? line.substring(0, LONGEST_PROBLEM) + "…" : line;
    }

    private static int lineOf(String text, int position) {
        return 1
                + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }
}
