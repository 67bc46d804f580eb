package io.jenkins.plugins.k8sprotect.engine.app;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * What is expected of a text in YAML, and how much of it is allowed.
 *
 * @param maxBytes of UTF-8
 * @param maxDepth deepest nesting
 * @param maxNodes most values, aliases expanded
 * @param advice what to do about a text that is too large
 * @param quotable whether messages may quote from it beyond the names of fields
 * @param schema what plain scalars are taken for
 */
record YamlForm(int maxBytes, int maxDepth, int maxNodes, String advice, boolean quotable, Schema schema) {
    /** A definition needs 9 levels; one that lives in a cluster has managedFields, about twice as deep. */
    static final YamlForm DEFINITION = new YamlForm(
            1 << 20,
            32,
            100_000,
            "; a definition has at most that: select by rules instead of lists",
            true,
            new JsonSchema());

    /** Schemas in CustomResourceDefinitions are the deepest of what is applied, two levels for each of their own. */
    static final YamlForm MANIFEST = new YamlForm(
            10 << 20,
            200,
            500_000,
            "; a manifest has at most that: apply it in several parts",
            false,
            new ManifestSchema());

    /** Code points. The reader copies what it holds each time that a token outgrows this, so it is not small. */
    private static final int BUFFER = 1 << 16;

    /** Aliases are bounded by {@link YamlGuard}, by what they expand to, which a bare count does not. */
    LoadSettings settings() {
        return LoadSettings.builder()
                .setCodePointLimit(maxBytes)
                .setMaxAliasesForCollections(maxNodes)
                .setAllowRecursiveKeys(false)
                .setUseMarks(true)
                .setBufferSize(BUFFER)
                .setSchema(schema)
                .build();
    }

    String tooLarge() {
        return "larger than " + maxBytes + " bytes" + advice;
    }
}
