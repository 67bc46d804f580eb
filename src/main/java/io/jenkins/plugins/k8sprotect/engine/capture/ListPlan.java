package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.app.Selection;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiCatalogue;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.object.SystemOwned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which lists are read, in phases: what a controller makes is listed after the kinds of its makers, so that it is known
 * by then whether the maker was captured.
 *
 * @param phases lists that may be read at the same time, phase after phase
 */
record ListPlan(List<List<ListTask>> phases) {
    private static final int PHASES = 4;

    /** The group of beta kinds before they moved on; a server that still has it serves the same objects twice. */
    private static final String LEGACY_GROUP = "extensions";

    private static final GroupKind NAMESPACE = GroupKind.core("Namespace");
    private static final Set<GroupKind> MADE_BY_WORKLOADS = Set.of(
            new GroupKind("apps", "ReplicaSet"),
            new GroupKind("apps", "ControllerRevision"),
            new GroupKind("batch", "Job"),
            new GroupKind("discovery.k8s.io", "EndpointSlice"),
            GroupKind.core("Endpoints"));
    private static final Set<GroupKind> MADE_BY_PODS =
            Set.of(GroupKind.core("PersistentVolumeClaim"), new GroupKind("resource.k8s.io", "ResourceClaim"));

    static ListPlan of(ApiCatalogue catalogue, Selection selection, Collection<String> namespaces) {
        List<List<ListTask>> phases = new ArrayList<>();
        for (int i = 0; i < PHASES; i++) {
            phases.add(new ArrayList<>());
        }
        for (ApiCatalogue.Served served : catalogue.preferred()) {
            ResourceType type = served.type();
            if (served.allows("list") && isData(type) && selection.mayWant(type)) {
                addTo(phases.get(phase(type.groupKind())), type, selection, namespaces);
            }
        }
        phases.removeIf(List::isEmpty);
        return new ListPlan(phases);
    }

    private static void addTo(
            List<ListTask> phase, ResourceType type, Selection selection, Collection<String> namespaces) {
        if (!type.namespaced()) {
            phase.add(new ListTask(type, ""));
            return;
        }
        for (String namespace : namespaces) {
            if (selection.mayWant(type, namespace)) {
                phase.add(new ListTask(type, namespace));
            }
        }
    }

    /** Namespaces are read one by one before; a caller need not be allowed to list them. */
    private static boolean isData(ResourceType type) {
        return !SystemOwned.isSystemKind(type.groupKind())
                && !type.group().equals(LEGACY_GROUP)
                && !type.groupKind().equals(NAMESPACE);
    }

    private static int phase(GroupKind kind) {
        if (MADE_BY_WORKLOADS.contains(kind)) {
            return 1;
        }
        if (kind.equals(GroupKind.core("Pod"))) {
            return 2;
        }
        return MADE_BY_PODS.contains(kind) ? 3 : 0;
    }
}
