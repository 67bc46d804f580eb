package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.cluster.ApiCatalogue;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanStep;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Waits until CustomResourceDefinitions are established and their resources answer: until then an instance would be
 * refused with 404.
 */
final class DefinitionWaiter {
    private static final long PAUSE_MILLIS = 100;

    private final Cluster cluster;
    private final CancelToken cancel;
    private final Deadline deadline;

    DefinitionWaiter(Cluster cluster, CancelToken cancel, Deadline deadline) {
        this.cluster = cluster;
        this.cancel = cancel;
        this.deadline = deadline;
    }

    /** Failures for definitions that are not served when time is up; none if all are. */
    List<Finding> await(List<PlanStep> definitions) {
        List<PlanStep> waiting = new ArrayList<>(definitions);
        while (true) {
            waiting.removeIf(this::isServed);
            if (waiting.isEmpty() && isDiscovered(definitions)) {
                return List.of();
            }
            if (deadline.isPast()) {
                return (waiting.isEmpty() ? definitions : waiting)
                        .stream()
                                .map(s -> Finding.failure(
                                        "not-established", s.target(), "is not served in time; look at its conditions"))
                                .toList();
            }
            cancel.checkpoint();
            pause();
        }
    }

    /** Discovery follows a little later than the resource itself. */
    private boolean isDiscovered(List<PlanStep> definitions) {
        ApiCatalogue catalogue = cluster.refreshCatalogue();
        Set<String> resources = catalogue.preferred().stream()
                .map(s -> s.type().resource() + "." + s.type().group())
                .collect(Collectors.toSet());
        return definitions.stream().allMatch(d -> resources.contains(d.target().name()));
    }

    private boolean isServed(PlanStep step) {
        Optional<KubeObject> definition =
                cluster.get(step.type(), "", step.target().name());
        return definition.isPresent()
                && hasCondition(definition.get(), "Established")
                && cluster.serves(definition.get());
    }

    private static boolean hasCondition(KubeObject object, String type) {
        for (JsonNode condition :
                KubeObject.elements(object.json().path("status").get("conditions"))) {
            if (type.equals(KubeObject.text(condition, "type"))) {
                return "True".equals(KubeObject.text(condition, "status"));
            }
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
