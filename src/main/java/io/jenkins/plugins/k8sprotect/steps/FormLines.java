package io.jenkins.plugins.k8sprotect.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Maps and lists as lines of a form's text field. */
final class FormLines {
    private FormLines() {}

    /** Lines that are not blank. */
    static List<String> lines(String text) {
        return text == null
                ? new ArrayList<>()
                : new ArrayList<>(text.lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList());
    }

    /** {@code source=target}, one a line. A line that is no pair stays, with nothing as its target: the step refuses it. */
    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines(text)) {
            int equals = line.indexOf('=');
            pairs.put(
                    equals < 0 ? line : line.substring(0, equals).strip(),
                    equals < 0 ? "" : line.substring(equals + 1).strip());
        }
        return pairs;
    }

    static String of(Map<String, String> pairs) {
        return pairs == null
                ? ""
                : pairs.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
