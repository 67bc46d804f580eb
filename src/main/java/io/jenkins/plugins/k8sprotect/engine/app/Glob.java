package io.jenkins.plugins.k8sprotect.engine.app;

/**
 * Glob matching: {@code *} is any text, also none; {@code ?} is any one character; all else is itself.
 *
 * <p>Not a regular expression: on a mismatch only the latest {@code *} takes one more character (an earlier one taking
 * more could reach nothing that the latest cannot), so that the cost is at most pattern length times text length.
 */
final class Glob {
    private Glob() {}

    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int starTook = 0;
        while (t < text.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
            if (wanted == '*') {
                star = p++;
                starTook = t;
            } else if (p < pattern.length() && (wanted == '?' || wanted == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++starTook;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
