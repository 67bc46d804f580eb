package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the choice of pods looks at.
 *
 * @param name its name
 * @param containers those in which a command can be run: containers, sidecars among the init containers, ephemeral ones
 * @param defaultContainer the one that is meant where none is named
 * @param obstacle why no command is run in it; empty if it is running and ready
 * @param passing whether the obstacle is as it should be: it has done its work, or is being deleted
 */
record PodView(String name, List<String> containers, String defaultContainer, String obstacle, boolean passing) {
    private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

    static PodView of(KubeObject pod) {
        List<String> containers = containers(pod);
        String annotated = pod.annotations().getOrDefault(DEFAULT_CONTAINER, "");
        String first = containers.isEmpty() ? "" : containers.get(0);
        String phase = KubeObject.text(pod.json().get("status"), "phase");
        boolean deleting = pod.metadata().has("deletionTimestamp");
        boolean passing = deleting || phase.equals("Succeeded") || phase.equals("Failed");
        return new PodView(
                pod.name(),
                containers,
                containers.contains(annotated) ? annotated : first,
                obstacle(pod, phase, deleting),
                passing);
    }

    private static List<String> containers(KubeObject pod) {
        List<String> names = new ArrayList<>();
        JsonNode spec = pod.json().path("spec");
        KubeObject.elements(spec.get("containers")).forEach(c -> names.add(KubeObject.text(c, "name")));
        for (JsonNode init : KubeObject.elements(spec.get("initContainers"))) {
            if (KubeObject.text(init, "restartPolicy").equals("Always")) {
                names.add(KubeObject.text(init, "name"));
            }
        }
        KubeObject.elements(spec.get("ephemeralContainers")).forEach(c -> names.add(KubeObject.text(c, "name")));
        return names;
    }

    private static String obstacle(KubeObject pod, String phase, boolean deleting) {
        if (deleting) {
            return "being deleted";
        }
        if (!phase.equals("Running")) {
            return phase.isEmpty() ? "without a phase" : "phase " + phase;
        }
        for (JsonNode condition : KubeObject.elements(pod.json().path("status").get("conditions"))) {
            if (KubeObject.text(condition, "type").equals("Ready")
                    && KubeObject.text(condition, "status").equals("True")) {
                return "";
            }
        }
        return "not ready";
    }
}
