package io.jenkins.plugins.k8sprotect.engine.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
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
    /** Largest definition, in bytes of UTF-8. */
    static final int MAX_BYTES = 1 << 20;

    /** Code points. The reader copies what it holds each time that a token outgrows this, so it is not small. */
    private static final int BUFFER = 1 << 16;

    /** Aliases are bounded by {@link YamlGuard}, by what they expand to, which a bare count does not. */
    static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MAX_BYTES)
            .setMaxAliasesForCollections(YamlGuard.MAX_NODES)
            .setAllowRecursiveKeys(false)
            .setUseMarks(true)
            .setBufferSize(BUFFER)
            .build();

    private static final int LONGEST_PROBLEM = 200;
    private static final String STAR_HINT = "; a value that begins with * must be in quotes, such as \"*.batch\"";

    private YamlDocuments() {}

    /** The root nodes of all documents. Empty documents are left out. */
    static List<Node> parse(String text, Mistakes mistakes) {
        refuseTooLarge(text, mistakes);
        try {
            new YamlGuard(mistakes).check(text);
            mistakes.throwIfAny();
            List<Node> documents = new ArrayList<>();
            new Compose(SETTINGS).composeAllFromString(text).forEach(documents::add);
            return documents;
        } catch (MarkedYamlEngineException e) {
            mistakes.add(e.getProblemMark().or(e::getContextMark), "", "not YAML: " + problem(e));
        } catch (ReaderException e) {
            mistakes.add(
                    lineOf(text, e.getPosition()),
                    0,
                    "",
                    String.format("not YAML: the character U+%04X is not allowed in it", e.getCodePoint()));
        } catch (YamlEngineException e) {
            mistakes.add(0, 0, "", "not YAML: " + clip(String.valueOf(e.getMessage())));
        }
        throw mistakes.asException();
    }

    private static void refuseTooLarge(String text, Mistakes mistakes) {
        // The character count first: it bounds what the byte count has to look at.
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            mistakes.add(0, 0, "", tooLarge());
            throw mistakes.asException();
        }
    }

    static String tooLarge() {
        return "larger than " + MAX_BYTES + " bytes; a definition has at most that: select by rules instead of lists";
    }

    private static String problem(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        boolean alias = context.contains("alias");
        return clip(context + e.getProblem()) + (alias ? STAR_HINT : "");
    }

    static String undefinedAlias(String name) {
        return "alias " + Quote.of("*" + name) + " refers to no anchor above it" + STAR_HINT;
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
