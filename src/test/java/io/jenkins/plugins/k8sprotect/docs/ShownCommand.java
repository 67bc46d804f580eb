package io.jenkins.plugins.k8sprotect.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call of the command line in a code block: as a shell would cut it, and where it is a synopsis with all that is optional
 * and the first of what can be chosen.
 */
record ShownCommand(Document document, String line) {
    private static final Pattern CALL = Pattern.compile("(?:k8s-protect|java -jar \\S*k8s-protect-cli\\.jar) +(.*)");
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
    private static final Map<String, String> PLACEHOLDERS =
            Map.of("STORE", "file:///backups", "ID", "20261122T153045Z-3f9c1a", "\"$STORE\"", "file:///backups");

    static Stream<ShownCommand> in(Document document) {
        String text = String.join("\n", document.code()).replaceAll("\\s*\\\\\n\\s*", " ");
        return text.lines()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .map(call -> new ShownCommand(document, call.group(1)))
                .filter(command -> !command.line.startsWith("COMMAND"));
    }

    String[] arguments() {
        String chosen = line.replaceAll("\\(([^|()]+)\\|[^()]*\\)", "$1").replaceAll("[\\[\\]]|\\.\\.\\.", " ");
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(chosen); word.find(); ) {
            if (word.group().startsWith("#")) {
                break;
            }
            words.add(PLACEHOLDERS.getOrDefault(word.group(), word.group().replaceAll("['\"]", "")));
        }
        return words.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return document + ": k8s-protect " + line;
    }
}
