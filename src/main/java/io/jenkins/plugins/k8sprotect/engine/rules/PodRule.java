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
    /** Set when a pod is admitted or placed; priority and preemption policy follow from its priority class. */
    private static final List<String> PLACED =
            List.of("nodeName", "ephemeralContainers", "priority", "preemptionPolicy");

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
        }
        ObjectNode spec = object.spec();
        if (spec == null) {
            return;
        }
        PLACED.forEach(spec::remove);
        dropTokenVolumes(spec);
        dropIf(spec, "tolerations", PodRule::addedByAdmission);
    }

    /** Nearly all of a pod is immutable, also what the cluster added to it. */
    @Override
    public void carryOver(KubeObject live, KubeObject desired) {
        if (live.spec() == null || desired.spec() == null) {
            return;
        }
        PLACED.stream().filter(live.spec()::has).forEach(f -> desired.spec()
                .set(f, live.spec().get(f).deepCopy()));
        Set<String> tokens = tokenVolumes(live.spec());
        carry(live.spec(), desired.spec(), "volumes", v -> tokens.contains(KubeObject.text(v, "name")));
        carry(live.spec(), desired.spec(), "tolerations", PodRule::addedByAdmission);
        for (String list : CONTAINERS) {
            for (JsonNode container : KubeObject.elements(desired.spec().get(list))) {
                JsonNode same = named(live.spec().get(list), KubeObject.text(container, "name"));
                if (same != null) {
                    carry(
                            same,
                            (ObjectNode) container,
                            "volumeMounts",
                            m -> tokens.contains(KubeObject.text(m, "name")));
                }
            }
        }
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode element : KubeObject.elements(list)) {
            if (KubeObject.text(element, "name").equals(name)) {
                return element;
            }
        }
        return null;
    }

    /** What {@link #apply} dropped comes back at the place in the list where it is. */
    private static void carry(JsonNode live, ObjectNode desired, String field, Predicate<JsonNode> dropped) {
        int index = 0;
        for (JsonNode element : KubeObject.elements(live.get(field))) {
            if (dropped.test(element)) {
                ArrayNode list = desired.get(field) instanceof ArrayNode l ? l : desired.putArray(field);
                boolean there = list.valueStream().anyMatch(element::equals);
                if (!there) {
                    list.insert(Math.min(index, list.size()), element.deepCopy());
                }
            }
            index++;
        }
    }

    private static void dropTokenVolumes(ObjectNode spec) {
        Set<String> tokens = tokenVolumes(spec);
        dropIf(spec, "volumes", v -> tokens.contains(KubeObject.text(v, "name")));
        for (String list : CONTAINERS) {
            for (JsonNode container : KubeObject.elements(spec.get(list))) {
                dropIf((ObjectNode) container, "volumeMounts", m -> tokens.contains(KubeObject.text(m, "name")));
            }
        }
    }

    private static Set<String> tokenVolumes(ObjectNode spec) {
        Set<String> tokens = new HashSet<>();
        for (JsonNode volume : KubeObject.elements(spec.get("volumes"))) {
            if (KubeObject.text(volume, "name").startsWith(TOKEN_VOLUME) && volume.has("projected")) {
                tokens.add(KubeObject.text(volume, "name"));
            }
        }
        return tokens;
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
