package io.jenkins.plugins.k8sprotect.packaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One type of the listing: {@code name : modifiers kind extends X implements A B <signature> @annotations
 * nested:modifiers [artifact]}.
 *
 * @param kind class, interface, annotation or enum
 * @param modifiers of the type; those of the nested type, static among them, where it is one
 * @param artifact the library or plugin it comes from
 */
record ApiType(
        String name,
        String kind,
        Set<String> modifiers,
        String superName,
        List<String> interfaces,
        String signature,
        Set<String> annotations,
        String artifact,
        Map<String, ApiMember> members) {

    private static final Set<String> KINDS = Set.of("class", "interface", "annotation", "enum");

    static ApiType parse(String line) {
        int colon = line.indexOf(" : ");
        Builder builder = new Builder(line.substring(0, colon));
        for (String word : line.substring(colon + 3).trim().split(" +")) {
            builder.take(word);
        }
        return builder.build();
    }

    void add(ApiMember member) {
        members.put(member.key(), member);
    }

    ApiMember member(String key) {
        return members.get(key);
    }

    boolean isInterface() {
        return kind.equals("interface") || kind.equals("annotation");
    }

    /** Reads a line word by word; a word's meaning depends on the keyword before it. */
    private static final class Builder {
        private final String name;
        private String kind;
        private Set<String> modifiers = new TreeSet<>();
        private String superName = "java/lang/Object";
        private final List<String> interfaces = new ArrayList<>();
        private String signature = "";
        private final Set<String> annotations = new LinkedHashSet<>();
        private String artifact = "";
        private String section = "modifiers";

        Builder(String name) {
            this.name = name;
        }

        void take(String word) {
            if (word.startsWith("<")) {
                signature = word.substring(1, word.length() - 1);
            } else if (word.startsWith("@")) {
                annotations.add(word.substring(1));
            } else if (word.startsWith("[")) {
                artifact = word.substring(1, word.length() - 1);
            } else if (word.startsWith("nested:")) {
                modifiers = new TreeSet<>();
                section = "modifiers";
                modifier(word.substring("nested:".length()));
            } else if (word.equals("extends") || word.equals("implements")) {
                section = word;
            } else {
                named(word);
            }
        }

        private void named(String word) {
            switch (section) {
                case "extends" -> superName = word;
                case "implements" -> interfaces.add(word);
                default -> modifier(word);
            }
        }

        private void modifier(String word) {
            if (KINDS.contains(word)) {
                kind = word;
            } else if (!word.isEmpty() && !word.equals("deprecated")) {
                modifiers.add(word);
            }
        }

        ApiType build() {
            return new ApiType(
                    name, kind, modifiers, superName, interfaces, signature, annotations, artifact, new HashMap<>());
        }
    }
}
