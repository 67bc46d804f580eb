package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form in which a live object and a wanted one can be compared: equal exactly if there is nothing to restore. */
public final class NormalForm {
    private static final JsonMapper SORTED = Json.MAPPER
            .rebuild()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private NormalForm() {}

    /** The normal form of an object as a server gave it. The argument is not changed. */
    public static KubeObject ofLive(KubeObject live, RuleBook rules, RuleContext.Facts inPlace) {
        KubeObject copy = live.copy();
        rules.apply(copy, new RuleContext(inPlace));
        return ofWanted(copy);
    }

    /** The normal form of an object to which the rules were applied already. The argument is not changed. */
    public static KubeObject ofWanted(KubeObject wanted) {
        KubeObject copy = wanted.copy();
        copy.metadata().remove("managedFields");
        copy.metadata().remove("resourceVersion");
        for (JsonNode reference : KubeObject.elements(copy.metadata().get("ownerReferences"))) {
            ((ObjectNode) reference).remove("uid"); // Differs from cluster to cluster; kind and name tell the owner.
        }
        return copy;
    }

    /** SHA-256 over the normal form with its fields in order, in hex. */
    public static String digest(KubeObject normal) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(SORTED.writeValueAsBytes(normal.json()));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
