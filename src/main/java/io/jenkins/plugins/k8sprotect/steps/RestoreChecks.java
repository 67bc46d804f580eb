package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.app.ExcludeExpression;
import io.jenkins.plugins.k8sprotect.engine.plan.NamespacePairs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks what a Pipeline gave {@code k8sRestore}: generics do not hold there, values may be numbers or nothing. */
final class RestoreChecks {
    private static final String NAME = "a namespace's name: at most 63 lower-case letters, digits and '-'";

    private RestoreChecks() {}

    /** The pairs, as text; every one that cannot be used is a problem. */
    static Map<String, String> namespaces(Map<?, ?> given, Problems problems) {
        Map<String, String> pairs = new LinkedHashMap<>();
        given.forEach((source, target) -> {
            String key = String.valueOf(source);
            String value = target == null ? "" : String.valueOf(target);
            if (!NamespacePairs.isName(key)) {
                problems.add("mapNamespaces", "source " + Problems.quoted(key), NAME);
            }
            if (!NamespacePairs.isName(value)) {
                problems.add(
                        "mapNamespaces." + key,
                        value.isEmpty() ? "nothing" : Problems.quoted(value),
                        NAME + ", such as [" + key + ": 'shop-copy']");
            }
            pairs.put(key, value);
        });
        if (pairs.values().stream().distinct().count() < pairs.size()) {
            problems.add(
                    "mapNamespaces",
                    "two namespaces mapped to the same one",
                    "a target of its own for each, else their objects would collide");
        }
        return pairs;
    }

    /** The expressions, as text; every one that cannot be used is a problem. */
    static List<String> excludes(List<?> given, Problems problems) {
        List<String> expressions = new ArrayList<>();
        for (Object expression : given) {
            String text = expression == null ? "" : expression.toString().strip();
            try {
                ExcludeExpression.parse(text);
            } catch (IllegalArgumentException e) {
                problems.add("exclude: " + e.getMessage());
            }
            expressions.add(text);
        }
        return expressions;
    }
}
