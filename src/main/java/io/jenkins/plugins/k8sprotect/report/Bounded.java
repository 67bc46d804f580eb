package io.jenkins.plugins.k8sprotect.report;

import io.jenkins.plugins.k8sprotect.engine.result.Printable;

/** Text as it may be persisted with a build: of bounded length, and without characters that XML cannot hold. */
final class Bounded {
    private static final int LONGEST = 1_000;

    private Bounded() {}

    /** One line; what is longer ends in an ellipsis. A build whose file held another character could not be read again. */
    static String text(String text) {
        String line = Printable.line(text).replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }
}
