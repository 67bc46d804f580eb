package io.jenkins.plugins.k8sprotect.config;

import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for the names that an administrator gives. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private Names() {}

    /** What is wrong with a name; empty if nothing. */
    static List<String> mistakes(String name) {
        return name != null && NAME.matcher(name).matches()
                ? List.of()
                : List.of("name: found " + (name == null ? "nothing" : Shown.quoted(name))
                        + "; allowed are 1 to 100 letters, digits, '.', '_', '-'");
    }

    /** Whether it can be a name, for a form. */
    static FormValidation check(String name) {
        return FormPermission.mayList(null)
                ? FormMessages.of(mistakes(Util.fixEmptyAndTrim(name)))
                : FormValidation.ok();
    }

    /**
     * What is wrong with what has a name; empty if nothing.
     *
     * @param kind what messages call it, such as {@code cluster}
     * @param named null if nothing was chosen
     * @param byName the kind of choice that is itself a name
     */
    static List<String> mistakes(String kind, Choice<?> named, Class<?> byName) {
        if (named == null) {
            return List.of(kind + ": found nothing; allowed is one of the kinds of " + kind);
        }
        return byName.isInstance(named)
                ? List.of(kind + ": found another name; allowed is the " + kind + " itself")
                : named.mistakes();
    }

    /**
     * The entries, if all of them are right.
     *
     * @param parameter what messages call the list
     * @param entries null: none
     * @throws IllegalArgumentException that names every mistake
     */
    static <T extends NamedEntry> List<T> checked(String parameter, List<T> entries) {
        List<T> given = entries == null ? List.of() : entries;
        List<String> mistakes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            T entry = given.get(i);
            String place =
                    parameter + "[" + i + "]" + (entry.getName() == null ? "" : " " + Shown.plain(entry.getName()));
            mistakes(entry.getName()).forEach(m -> mistakes.add(place + ": " + m));
            entry.mistakes().forEach(m -> mistakes.add(place + ": " + m));
            if (entry.getName() != null && !seen.add(entry.getName())) {
                mistakes.add(place + ": name: found twice; allowed is each name once");
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", mistakes));
        }
        return new ArrayList<>(given);
    }

    /** That there is no such name, and which ones there are, the nearest first. */
    static String unknown(String kind, String name, List<String> known) {
        String given = name == null ? "" : name;
        return kind + ": no " + kind + " is named " + Shown.quoted(given) + "; "
                + (known.isEmpty()
                        ? "the configuration of Jenkins names none"
                        : "the configuration of Jenkins names " + String.join(", ", nearestFirst(given, known)));
    }

    /** Those that were likely meant come first. */
    static List<String> nearestFirst(String given, List<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt((String n) -> distance(given, n))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Names to choose from; who may not list them gets just the one that is chosen already. */
    static ListBoxModel list(Item item, String current, List<String> known) {
        ListBoxModel model = new ListBoxModel();
        String chosen = current == null ? "" : current;
        if (FormPermission.mayList(item)) {
            known.forEach(name -> model.add(name, name));
        }
        if (!chosen.isEmpty() && model.stream().noneMatch(option -> option.value.equals(chosen))) {
            model.add(chosen, chosen);
        }
        return model;
    }

    /** Levenshtein distance; case does not count. */
    private static int distance(String given, String name) {
        String a = given.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
