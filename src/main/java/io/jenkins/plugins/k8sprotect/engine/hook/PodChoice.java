package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Decides in which containers a command is run. */
final class PodChoice {
    /** Pods that a message names. */
    private static final int NAMED = 10;

    private final ExecAction action;
    private final String namespace;

    /** One container of one pod. */
    record Place(String pod, String container) {}

    /**
     * What was decided.
     *
     * @param places where to run it, in this order; empty if it cannot be run anywhere, or must not be
     * @param findings why not, or what is left out
     */
    record Chosen(List<Place> places, List<Finding> findings) {}

    PodChoice(ExecAction action, String namespace) {
        this.action = action;
        this.namespace = namespace;
    }

    Chosen among(PodFinder.Found found) {
        List<PodView> usable =
                found.matched().stream().filter(p -> p.obstacle().isEmpty()).toList();
        if (usable.isEmpty()) {
            return new Chosen(List.of(), List.of(Finding.failure("no-pod", null, noPod(found))));
        }
        List<PodView> wanted = action.target() == Target.ONE ? usable.subList(0, 1) : usable;
        List<Finding> lacking = wanted.stream()
                .filter(pod -> !pod.containers().contains(container(pod)))
                .map(this::noContainer)
                .toList();
        if (!lacking.isEmpty()) {
            return new Chosen(List.of(), lacking);
        }
        List<Place> places =
                wanted.stream().map(p -> new Place(p.name(), container(p))).toList();
        return new Chosen(places, action.target() == Target.ONE ? List.of() : leftOut(found));
    }

    private String container(PodView pod) {
        return action.container().isBlank() ? pod.defaultContainer() : action.container();
    }

    private String noPod(PodFinder.Found found) {
        if (!action.pod().isBlank()) {
            return found.matched().isEmpty()
                    ? "pod " + action.pod() + ": there is none of that name in namespace " + namespace
                    : "pod " + action.pod() + " in namespace " + namespace + " is not running and ready: "
                            + found.matched().get(0).obstacle();
        }
        String start = action.pods() + " in namespace " + namespace + ": ";
        if (found.matched().isEmpty()) {
            return start + "matches none of the " + found.seen() + " pods that are there";
        }
        return start + "matches " + found.matched().size() + " of " + found.seen()
                + " pods, none of which is running and ready: " + named(found.matched());
    }

    private static String named(List<PodView> pods) {
        String names = pods.stream()
                .limit(NAMED)
                .map(p -> p.name() + " (" + p.obstacle() + ")")
                .collect(Collectors.joining(", "));
        return pods.size() > NAMED ? names + ", and " + (pods.size() - NAMED) + " more" : names;
    }

    private Finding noContainer(PodView pod) {
        return Finding.failure(
                "container-not-found",
                key(pod.name()),
                "pod " + pod.name() + " in namespace " + namespace + " has no container " + container(pod)
                        + "; there are: " + String.join(", ", pod.containers()) + ". Nothing was run");
    }

    /** Whoever asks for all pods must be told of those that were passed over, unless they are on their way out. */
    private List<Finding> leftOut(PodFinder.Found found) {
        List<Finding> findings = new ArrayList<>();
        for (PodView pod : found.matched()) {
            if (!pod.obstacle().isEmpty() && !pod.passing()) {
                findings.add(Finding.attention(
                        "pod-not-ready",
                        key(pod.name()),
                        "the command was not run in pod " + pod.name() + ": " + pod.obstacle()));
            }
        }
        return findings;
    }

    ObjectKey key(String pod) {
        return new ObjectKey(PodFinder.POD, namespace, pod);
    }
}
