package io.jenkins.plugins.k8sprotect.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code SOURCE=TARGET} pairs of namespaces, as people write them. */
public final class NamespacePairs {
    /** A DNS label, as RFC 1123 and Kubernetes want it. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private NamespacePairs() {}

    /**
     * @return source namespace → target namespace, in the order given
     * @throws IllegalArgumentException that names the pair that is none, or the namespace that is mapped twice
     */
    public static Map<String, String> parse(List<String> pairs) {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String pair : pairs) {
            String[] names = pair.split("=", -1);
            if (names.length != 2 || !isName(names[0]) || !isName(names[1])) {
                throw new IllegalArgumentException("'" + pair + "' is no pair of namespaces; allowed is SOURCE=TARGET,"
                        + " such as shop=shop-copy, each of at most 63 lower-case letters, digits and '-'");
            }
            String before = mapping.put(names[0], names[1]);
            if (before != null && !before.equals(names[1])) {
                throw new IllegalArgumentException(
                        names[0] + " is mapped to both " + before + " and " + names[1] + "; give it once");
            }
        }
        return mapping;
    }

    /** Whether a namespace can have this name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
