package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the field that was probably meant. */
final class Suggestion {
    private static final int LONGEST = 40;
    private static final int MOST_EDITS = 2;

    private Suggestion() {}

    /** {@code "; did you mean kinds?"}, or nothing where no field is near. */
    static String of(String found, List<String> allowed) {
        if (found.isEmpty() || found.length() > LONGEST) {
            return "";
        }
        return allowed.stream()
                .filter(name -> distance(found, name) <= Math.min(MOST_EDITS, (name.length() - 1) / 2))
                .min(Comparator.comparingInt(name -> distance(found, name)))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** Levenshtein distance; case does not count. */
    private static int distance(String found, String name) {
        String a = found.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
