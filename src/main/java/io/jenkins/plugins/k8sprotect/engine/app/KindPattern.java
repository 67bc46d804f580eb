package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.io.Serializable;
import java.util.Locale;

/**
 * Which kinds a rule is about. Written {@code KIND} or {@code KIND.GROUP}; both may be globs, case does not count.
 *
 * <ul>
 *   <li>{@code KIND} is a kind or its plural resource name: {@code Deployment}, {@code deployments}.
 *   <li>Without a dot any group matches: {@code Ingress} is every Ingress kind that the cluster has.
 *   <li>{@code ConfigMap.} with a trailing dot is the core group alone; {@code *.} is all of the core group.
 *   <li>{@code *.apps} is all of one group; {@code *} is every kind.
 * </ul>
 *
 * @param text as written
 * @param kind glob on the kind or plural name, lower case
 * @param group glob on the group, lower case; empty for the core group
 */
public record KindPattern(String text, String kind, String group) implements Serializable {
    private static final String FORM =
            "allowed: KIND or KIND.GROUP, such as Deployment.apps, \"*.batch\", ConfigMap, ConfigMap. (core group"
                    + " only)";

    /**
     * @throws IllegalArgumentException if it is no kind; the message says what was found and what is allowed
     */
    public static KindPattern parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("is empty; give a kind such as Deployment.apps");
        }
        if (text.length() > 2 * NamePattern.MAX_LENGTH) {
            throw new IllegalArgumentException("has " + text.length() + " characters; no kind is that long");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        String kind = dot < 0 ? lower : lower.substring(0, dot);
        String group = dot < 0 ? "*" : lower.substring(dot + 1);
        if (text.indexOf('/') >= 0) {
            throw new IllegalArgumentException("found " + Quote.of(text) + ", which holds '/'; " + FORM);
        }
        if (!isGlobOf(kind, "") || kind.isEmpty() || !isGlobOf(group, ".-")) {
            throw new IllegalArgumentException("found " + Quote.of(text) + ", which is no kind; " + FORM);
        }
        if (startsWithVersion(group)) {
            throw new IllegalArgumentException("found " + Quote.of(text)
                    + ", which names a version; a kind is meant in whatever version it is served: " + FORM);
        }
        return new KindPattern(text, kind, group);
    }

    private static boolean isGlobOf(String text, String also) {
        return text.chars()
                .allMatch(c ->
                        c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '*' || c == '?' || also.indexOf(c) >= 0);
    }

    /** {@code v1}, {@code v1beta1} and what follows them: kubectl's {@code deployments.v1.apps}. */
    private static boolean startsWithVersion(String group) {
        return group.matches("v[0-9]+((alpha|beta)[0-9]+)?(\\..*)?");
    }

    public boolean matches(ResourceType type) {
        return Glob.matches(group, type.group().toLowerCase(Locale.ROOT))
                && (Glob.matches(kind, type.kind().toLowerCase(Locale.ROOT))
                        || Glob.matches(kind, type.resource().toLowerCase(Locale.ROOT)));
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }
}
