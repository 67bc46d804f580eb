package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The documentation of the rules, read word by word, without a thought for speed. */
final class NaiveSelection {
    private NaiveSelection() {}

    static boolean isPart(Application app, ObjectHeader object) {
        boolean isNamespace = object.type().qualifiedResource().equals("namespaces");
        String namespace = isNamespace ? object.name() : object.namespace();
        boolean own = anyName(app.namespaces(), namespace);
        boolean selected;
        if (object.type().namespaced()) {
            selected = own && (app.include().isEmpty() || anyRule(app.include(), object, namespace));
        } else {
            selected = isNamespace && own || anyRule(app.clusterScoped(), object, namespace);
        }
        boolean excluded = anyRule(app.exclude(), object, namespace)
                || object.labels()
                        .getOrDefault("k8s-protect.jenkins.io/exclude", "")
                        .equals("true");
        return selected && !excluded;
    }

    private static boolean anyRule(List<Rule> rules, ObjectHeader object, String namespace) {
        for (Rule rule : rules) {
            boolean kind = rule.kinds().isEmpty();
            for (KindPattern pattern : rule.kinds()) {
                kind |= kind(pattern.text(), object.type());
            }
            boolean name = rule.names().isEmpty() || anyName(rule.names(), object.name());
            boolean inNamespace =
                    rule.namespaces().isEmpty() || !namespace.isEmpty() && anyName(rule.namespaces(), namespace);
            if (kind && name && inNamespace && labels(rule.labels(), object.labels())) {
                return true;
            }
        }
        return false;
    }

    private static boolean kind(String text, ResourceType type) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("\\.", 2);
        boolean kind =
                glob(parts[0]).matcher(type.kind().toLowerCase(Locale.ROOT)).matches()
                        || glob(parts[0]).matcher(type.resource()).matches();
        return kind
                && (parts.length == 1 || glob(parts[1]).matcher(type.group()).matches());
    }

    private static boolean labels(LabelSelector selector, Map<String, String> labels) {
        boolean all = true;
        for (LabelRequirement r : selector.requirements()) {
            boolean there = labels.containsKey(r.key());
            String value = labels.get(r.key());
            all &= switch (r.operator()) {
                case IN -> there && r.values().contains(value);
                case NOT_IN -> !there || !r.values().contains(value);
                case EXISTS -> there;
                case DOES_NOT_EXIST -> !there;
                case GREATER_THAN, LESS_THAN -> throw new IllegalStateException("not generated");
            };
        }
        return all;
    }

    private static boolean anyName(List<NamePattern> patterns, String name) {
        return patterns.stream().anyMatch(p -> glob(p.text()).matcher(name).matches());
    }

    static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
