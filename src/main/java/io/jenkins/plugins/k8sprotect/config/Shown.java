package io.jenkins.plugins.k8sprotect.config;

/** How text that someone wrote is shown in a message: short, printable, in quotes. */
final class Shown {
    private static final int LONGEST = 100;

    private Shown() {}

    static String quoted(String text) {
        return "'" + plain(text) + "'";
    }

    /** Without the quotes. */
    static String plain(String text) {
        String printable = text.trim().replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }
}
