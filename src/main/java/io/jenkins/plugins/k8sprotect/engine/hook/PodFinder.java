package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.app.LabelSelector;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.ArrayList;
import java.util.List;

/** Reads the pods that an action means. */
final class PodFinder {
    static final GroupKind POD = GroupKind.core("Pod");

    private static final ResourceType PODS = new ResourceType(POD, "v1", "pods", true);

    private PodFinder() {}

    /**
     * The pods that match, by name.
     *
     * @param matched those that the action means, whatever their state
     * @param seen how many the namespace has; for a pod that is named, whether it is there
     */
    record Found(List<PodView> matched, long seen) {}

    static Found find(ExecAction action, HookContext context) {
        List<PodView> matched = new ArrayList<>();
        if (!action.pod().isBlank()) {
            context.cluster()
                    .get(PODS, context.namespace(), action.pod())
                    .map(PodView::of)
                    .ifPresent(matched::add);
            return new Found(matched, matched.size());
        }
        LabelSelector selector = action.labels();
        long[] seen = new long[1];
        // A page that is read anew gives each pod once all the same.
        context.cluster().list(PODS, context.namespace(), pod -> {
            seen[0]++;
            if (selector.matches(pod.header().labels())) {
                matched.add(PodView.of(KubeObject.parse(pod.json())));
            }
        });
        matched.sort(java.util.Comparator.comparing(PodView::name));
        return new Found(matched, seen[0]);
    }
}
