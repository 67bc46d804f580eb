package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields in which two objects differ. Values of Secrets are never shown. */
public final class FieldDiff {
    private static final GroupKind SECRET = GroupKind.core("Secret");
    private static final String LAST_APPLIED = "kubectl.kubernetes.io~1last-applied-configuration";
    private static final int LONGEST_VALUE = 120;

    private final boolean secret;
    private final List<FieldChange> changes = new ArrayList<>();

    private FieldDiff(boolean secret) {
        this.secret = secret;
    }

    /** What turns {@code before} into {@code after}, both in normal form, in the order of paths. */
    public static List<FieldChange> between(KubeObject before, KubeObject after) {
        FieldDiff diff = new FieldDiff(after.groupKind().equals(SECRET));
        diff.compare("", before.json(), after.json());
        return List.copyOf(diff.changes);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof ObjectNode b && after instanceof ObjectNode a) {
            TreeSet<String> names = new TreeSet<>(b.propertyNames());
            names.addAll(a.propertyNames());
            for (String name : names) {
                compare(path + "/" + escape(name), b.get(name), a.get(name));
            }
        } else if (before instanceof ArrayNode b && after instanceof ArrayNode a && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                compare(path + "/" + i, b.get(i), a.get(i));
            }
        } else {
            String kind = before == null ? "added" : after == null ? "removed" : "changed";
            changes.add(new FieldChange(path, show(path, before), show(path, after), kind));
        }
    }

    private String show(String path, JsonNode value) {
        if (value == null || hidden(path)) {
            return "";
        }
        String text = value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** The last-applied annotation of a Secret holds its data once more. */
    private boolean hidden(String path) {
        return secret
                && (path.startsWith("/data")
                        || path.startsWith("/stringData")
                        || path.startsWith("/metadata/annotations/" + LAST_APPLIED)
                        || path.equals("/metadata/annotations"));
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
