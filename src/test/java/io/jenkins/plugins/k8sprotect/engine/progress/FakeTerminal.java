package io.jenkins.plugins.k8sprotect.engine.progress;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A terminal that knows line feeds, carriage returns and "clear to the end of the line". */
public final class FakeTerminal {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    public final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** What was sent, control characters and all. */
    public String raw() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What stands on the screen, without trailing spaces; the last line is the one with the cursor. */
    public List<String> screen() {
        List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
        int column = 0;
        String text = raw();
        for (int i = 0; i < text.length(); i++) {
            StringBuilder line = lines.get(lines.size() - 1);
            if (text.startsWith("\u001b[K", i)) {
                line.setLength(Math.min(column, line.length()));
                i += 2;
            } else if (text.charAt(i) == '\r') {
                column = 0;
            } else if (text.charAt(i) == '\n') {
                lines.add(new StringBuilder());
                column = 0;
            } else {
                line.replace(column, Math.min(column + 1, line.length()), text.substring(i, i + 1));
                column++;
            }
        }
        return lines.stream().map(l -> l.toString().stripTrailing()).toList();
    }
}
