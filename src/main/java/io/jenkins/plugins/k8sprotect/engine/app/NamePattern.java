package io.jenkins.plugins.k8sprotect.engine.app;

import java.io.Serializable;

/**
 * A name or a glob ({@code *}: any text, {@code ?}: any one character) of an object or a namespace. Case counts, as in
 * Kubernetes.
 *
 * @param text as written
 */
public record NamePattern(String text) implements Serializable {
    /** Longest name that Kubernetes allows (a DNS subdomain, RFC 1123), in characters. */
    static final int MAX_LENGTH = 253;

    private static final String NEVER_IN_A_PATTERN = "/%[]{}\\,\"'";

    /**
     * @throws IllegalArgumentException if it is empty, longer than a name can be, or holds a character that no pattern
     *     can hold; the message says which
     */
    public NamePattern {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("is empty; give a name or a glob such as db-*");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "has " + text.length() + " characters; a name has at most " + MAX_LENGTH);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 127 || NEVER_IN_A_PATTERN.indexOf(c) >= 0) {
                throw new IllegalArgumentException("found " + Quote.of(text) + ", which holds " + Quote.character(c)
                        + "; allowed: a name, with * for any text and ? for any one character");
            }
        }
    }

    /**
     * A pattern for namespaces, whose names are DNS labels.
     *
     * @throws IllegalArgumentException also for characters and lengths that no namespace's name has
     */
    public static NamePattern ofNamespace(String text) {
        NamePattern pattern = new NamePattern(text);
        if (pattern.isPlain() ? !LabelSyntax.isDnsLabel(text) : !isGlobOfDnsLabel(text)) {
            throw new IllegalArgumentException("found " + Quote.of(text)
                    + ", which no namespace can be named; allowed: up to 63 of a-z, 0-9 and - (not first or last),"
                    + " with * for any text and ? for any one character");
        }
        return pattern;
    }

    private static boolean isGlobOfDnsLabel(String text) {
        return !text.startsWith("-")
                && !text.endsWith("-")
                && text.chars().filter(c -> c != '*').count() <= LabelSyntax.MAX_LABEL
                && text.chars().allMatch(c -> c == '*' || c == '?' || c == '-' || LabelSyntax.isLowerOrDigit(c));
    }

    /** Whether it is one name and no glob. */
    public boolean isPlain() {
        return !Glob.isPattern(text);
    }

    /** Whether it is {@code *}, which any name matches. */
    public boolean isEverything() {
        return text.chars().allMatch(c -> c == '*');
    }

    public boolean matches(String name) {
        return Glob.matches(text, name);
    }

    @Override
    public String toString() {
        return text;
    }
}
