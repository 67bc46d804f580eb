package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bare pods: free of the node they ran on and of what admission added for it. Finished ones are not run again. */
final class PodRule implements RestoreRule {
    private static final String TOKEN_VOLUME = "kube-api-access-";
    private static final List<String> CONTAINERS = List.of("containers", "initContainers", "ephemeralContainers");

    @Override
    public String id() {
        return "pod";
    }

    @Override
    public String reason() {
        return "A pod is placed anew: node, token volume and computed priority belong to the place where it ran.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(Kinds.POD);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        String phase = KubeObject.text(object.json().get("status"), "phase");
        if (phase.equals("Succeeded") || phase.equals("Failed")) {
            context.skip("a finished pod is not run again");
            return;
        }
        ObjectNode spec = object.spec();
        if (spec == null) {
            return;
        }
        spec.remove("nodeName");
        spec.remove("ephemeralContainers");
        if (spec.has("priorityClassName")) {
            spec.remove("priority");
        }
        dropTokenVolumes(spec);
        dropIf(spec, "tolerations", PodRule::addedByAdmission);
    }

    private static void dropTokenVolumes(ObjectNode spec) {
        Set<String> tokens = new HashSet<>();
        for (JsonNode volume : KubeObject.elements(spec.get("volumes"))) {
            if (KubeObject.text(volume, "name").startsWith(TOKEN_VOLUME) && volume.has("projected")) {
                tokens.add(KubeObject.text(volume, "name"));
            }
        }
        dropIf(spec, "volumes", v -> tokens.contains(KubeObject.text(v, "name")));
        for (String list : CONTAINERS) {
            for (JsonNode container : KubeObject.elements(spec.get(list))) {
                dropIf((ObjectNode) container, "volumeMounts", m -> tokens.contains(KubeObject.text(m, "name")));
            }
        }
    }

    /** By the DefaultTolerationSeconds admission plugin. */
    private static boolean addedByAdmission(JsonNode toleration) {
        String key = KubeObject.text(toleration, "key");
        return (key.equals("node.kubernetes.io/not-ready") || key.equals("node.kubernetes.io/unreachable"))
                && "NoExecute".equals(KubeObject.text(toleration, "effect"))
                && toleration.path("tolerationSeconds").asInt(-1) == 300;
    }

    private static void dropIf(ObjectNode parent, String field, Predicate<JsonNode> drop) {
        if (parent.get(field) instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (drop.test(array.get(i))) {
                    array.remove(i);
                }
            }
            if (array.isEmpty()) {
                parent.remove(field);
            }
        }
    }
}
