package io.jenkins.plugins.k8sprotect.engine.result;

/**
 * Text that shows what it is. Messages carry names and values that others wrote; a terminal would obey the control
 * characters in them, and characters that turn the writing direction would make a line read as something else.
 */
public final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text on one line: line breaks and tabs become spaces, what cannot be seen becomes U+FFFD. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Printable::isUnsafe)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(Printable::shown).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static int shown(int character) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return ' ';
        }
        return isUnsafe(character) ? REPLACEMENT : character;
    }

    /** Controls, line separators, lone surrogates, and Unicode's bidirectional formatting (UAX #9). */
    private static boolean isUnsafe(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        };
    }
}
