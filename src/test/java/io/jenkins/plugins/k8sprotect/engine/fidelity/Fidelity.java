package io.jenkins.plugins.k8sprotect.engine.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares an application before and after a restore. Equal means: every object is there, none is there beside them, and
 * each is the same apart from what the server owns; owners are the same objects under their new uids; and the same
 * managers own fields by the same operation (where nobody owned any, whoever restored does).
 */
public final class Fidelity {
    private final Snapshot before;
    private final Snapshot after;
    private final NamespaceMap namespaces;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    private Fidelity(Snapshot before, Snapshot after, Map<String, String> namespaces) {
        this.before = before;
        this.after = after;
        this.namespaces = new NamespaceMap(namespaces);
    }

    /**
     * @param compared objects that were compared
     * @param differences a line for each field that differs and each object that is missing or too many
     */
    public record Verdict(int compared, List<String> differences) {}

    /** Both of the application's objects alone; their {@code uids} of the whole cluster. */
    public static Verdict compare(Snapshot before, Snapshot after) {
        return compare(before, after, Map.of());
    }

    /** As above, for a clone: source namespace → target namespace. */
    public static Verdict compare(Snapshot before, Snapshot after, Map<String, String> namespaces) {
        Fidelity fidelity = new Fidelity(before, after, namespaces);
        Set<String> known = new TreeSet<>();
        before.objects().forEach((key, object) -> {
            known.add(fidelity.namespaces.key(key));
            fidelity.compare(fidelity.namespaces.key(key), object);
        });
        after.objects().forEach((key, object) -> {
            if (!known.contains(key) && MadeAgain.reason(object, after).isEmpty()) {
                fidelity.differences.add(key + ": is there, but was not before");
            }
        });
        return new Verdict(fidelity.compared, List.copyOf(fidelity.differences));
    }

    private void compare(String key, ObjectNode was) {
        ObjectNode is = after.objects().get(key);
        if (MadeAgain.reason(was, before).isPresent()
                && (is == null
                        || MadeAgain.fromOwner(was, before)
                        || MadeAgain.reason(is, after).isPresent())) {
            return;
        }
        compared++;
        if (is == null) {
            differences.add(key + ": is missing");
            return;
        }
        ObjectNode wanted = Normal.of(was, before, was, namespaces);
        ObjectNode found = Normal.of(is, after, was, new NamespaceMap(Map.of()));
        fields(key + " ", wanted, found);
        if (!FieldManagers.of(was).isEmpty() && !FieldManagers.of(was).equals(FieldManagers.of(is))) {
            differences.add(key + " managers: " + FieldManagers.of(was) + " became " + FieldManagers.of(is));
        }
    }

    private void fields(String path, JsonNode was, JsonNode is) {
        if (was != null && was.equals(is)) {
            return;
        }
        if (was instanceof ObjectNode a && is instanceof ObjectNode b) {
            Set<String> names = new TreeSet<>(a.propertyNames());
            names.addAll(b.propertyNames());
            for (String name : names) {
                if (a.has(name) || b.has(name)) {
                    fields(path + "/" + name.replace("~", "~0").replace("/", "~1"), a.get(name), b.get(name));
                }
            }
        } else if (was instanceof ArrayNode a && is instanceof ArrayNode b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                fields(path + "/" + i, a.get(i), b.get(i));
            }
        } else {
            differences.add(path + ": " + brief(was) + " became " + brief(is));
        }
    }

    private static String brief(JsonNode value) {
        String text = value == null ? "nothing" : value.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
