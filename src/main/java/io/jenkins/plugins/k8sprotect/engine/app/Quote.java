package io.jenkins.plugins.k8sprotect.engine.app;

/** How found text is shown in a message: short, printable, in quotes. */
final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    static String of(String found) {
        return '"' + bare(found) + '"';
    }

    /** Without the quotes: for field paths. */
    static String bare(String found) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < found.length() && shown.length() < LONGEST; i++) {
            char c = found.charAt(i);
            shown.append(c < ' ' || c == 127 ? '\uFFFD' : c);
        }
        return found.length() > LONGEST ? shown.append("…").toString() : shown.toString();
    }

    static String character(char c) {
        return c == ' ' ? "a space" : c < ' ' || c == 127 ? String.format("U+%04X", (int) c) : "'" + c + "'";
    }
}
