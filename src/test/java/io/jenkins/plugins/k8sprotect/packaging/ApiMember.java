package io.jenkins.plugins.k8sprotect.packaging;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One field or method.
 *
 * @param key {@code name descriptor} of a field, {@code name(…)descriptor} of a method: what the JVM links by
 * @param modifiers of public, protected, static, final and abstract
 * @param signature the generic one of a method, or empty
 */
record ApiMember(String key, Set<String> modifiers, String signature, Set<String> exceptions) {

    static ApiMember parse(String line) {
        String throwing = " throws ";
        int at = line.indexOf(throwing);
        Set<String> exceptions = new TreeSet<>();
        if (at >= 0) {
            exceptions.addAll(
                    List.of(line.substring(at + throwing.length()).trim().split(" ")));
        }
        String rest = at >= 0 ? line.substring(0, at) : line;
        boolean method = rest.startsWith("M ");
        int bracket = method ? rest.indexOf(" <", rest.indexOf('(')) : -1;
        String signature = bracket < 0 ? "" : rest.substring(bracket + 2, rest.lastIndexOf('>'));
        return named(bracket < 0 ? rest : rest.substring(0, bracket), method, signature, exceptions);
    }

    private static ApiMember named(String text, boolean method, String signature, Set<String> exceptions) {
        String[] words = text.substring(2).trim().split(" +");
        int first = words.length - (method ? 1 : 2);
        Set<String> modifiers = new TreeSet<>();
        for (int i = 0; i < first; i++) {
            if (!words[i].equals("deprecated")) {
                modifiers.add(words[i]);
            }
        }
        String key = method ? words[first] : words[first] + " " + words[first + 1];
        return new ApiMember(key, modifiers, signature, exceptions);
    }

    boolean is(String modifier) {
        return modifiers.contains(modifier);
    }
}
