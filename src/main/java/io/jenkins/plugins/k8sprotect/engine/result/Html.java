package io.jenkins.plugins.k8sprotect.engine.result;

/**
 * Writes HTML. Text and attribute values are escaped here, always; tag and attribute names are constants of the report.
 * Attribute values stand in double quotes.
 */
final class Html {
    private final StringBuilder out = new StringBuilder(16_384);

    /** An opening tag with attributes given as names and values in turn. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** Ends a line of the source, so that two reports can be compared by line. */
    Html line() {
        out.append('\n');
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Markup of the report itself, never anything that was read from a cluster or a backup. */
    Html constant(String markup) {
        out.append(markup);
        return this;
    }

    private void escape(String text) {
        String line = Printable.line(text);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
