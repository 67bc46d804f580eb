package hudson.util;

import java.io.Serializable;

/** Holds its text: tests need that. */
public final class Secret implements Serializable {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public String getPlainText() {
        return text;
    }

    public static Secret fromString(String text) {
        return new Secret(text);
    }

    public String getEncryptedValue() {
        throw new UnsupportedOperationException();
    }
}
