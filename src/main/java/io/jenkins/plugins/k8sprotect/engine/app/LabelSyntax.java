package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** What Kubernetes allows as label keys, label values and DNS labels (apimachinery, {@code util/validation}). */
final class LabelSyntax {
    static final int MAX_LABEL = 63;

    private LabelSyntax() {}

    /** Of RFC 1123: {@code [a-z0-9]([-a-z0-9]*[a-z0-9])?}, at most 63 characters. */
    static boolean isDnsLabel(String text) {
        return isWord(text, LabelSyntax::isLowerOrDigit, c -> c == '-');
    }

    /** A qualified name: an optional DNS subdomain and a slash, then a name. */
    static boolean isKey(String key) {
        int slash = key.indexOf('/');
        return (slash < 0 || isDnsSubdomain(key.substring(0, slash)))
                && isWord(key.substring(slash + 1), LabelSyntax::isLetterOrDigit, LabelSyntax::isInner);
    }

    static boolean isValue(String value) {
        return value.isEmpty() || isWord(value, LabelSyntax::isLetterOrDigit, LabelSyntax::isInner);
    }

    private static boolean isDnsSubdomain(String text) {
        return text.length() <= NamePattern.MAX_LENGTH
                && Arrays.stream(text.split("\\.", -1))
                        .allMatch(part -> isWord(part, LabelSyntax::isLowerOrDigit, c -> c == '-', Integer.MAX_VALUE));
    }

    private static boolean isWord(String text, IntPredicate anywhere, IntPredicate inside) {
        return isWord(text, anywhere, inside, MAX_LABEL);
    }

    private static boolean isWord(String text, IntPredicate anywhere, IntPredicate inside, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && anywhere.test(text.charAt(0))
                && anywhere.test(text.charAt(text.length() - 1))
                && text.chars().allMatch(anywhere.or(inside));
    }

    static boolean isLowerOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(int c) {
        return isLowerOrDigit(c) || c >= 'A' && c <= 'Z';
    }

    private static boolean isInner(int c) {
        return c == '-' || c == '_' || c == '.';
    }
}
