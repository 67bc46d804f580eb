package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** Says what keeps an object from going away: its finalizers, and for a namespace what is left in it. */
final class Blockers {
    private Blockers() {}

    static String of(KubeObject terminating) {
        StringJoiner blockers = new StringJoiner("; ", ": ", "").setEmptyValue("");
        JsonNode finalizers = terminating.metadata().get("finalizers");
        if (finalizers != null && !finalizers.isEmpty()) {
            StringJoiner names = new StringJoiner(", ");
            KubeObject.elements(finalizers).forEach(f -> names.add(f.asString("")));
            blockers.add("finalizers " + names);
        }
        for (JsonNode condition :
                KubeObject.elements(terminating.json().path("status").get("conditions"))) {
            if ("True".equals(KubeObject.text(condition, "status"))) {
                blockers.add(KubeObject.text(condition, "message"));
            }
        }
        return blockers.toString();
    }
}
