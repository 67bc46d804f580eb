package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All steps of a restore, in the order in which they are carried out.
 *
 * @param steps in order
 * @param findings what a reader should know before; a failure among them means that the plan is not carried out
 */
public record RestorePlan(List<PlanStep> steps, List<Finding> findings) implements Serializable {
    public RestorePlan {
        steps = steps.stream().sorted().toList();
        findings = findings.stream().sorted().toList();
    }

    /** Whether it may be carried out: nothing in it is a conflict or a failure. */
    public boolean isExecutable() {
        return steps.stream().noneMatch(s -> s.action() == Action.CONFLICT)
                && findings.stream().noneMatch(f -> f.severity() == Finding.Severity.FAILURE);
    }

    public List<KindCount> counts() {
        Map<GroupKind, Map<Action, Long>> counts = steps.stream()
                .collect(Collectors.groupingBy(
                        s -> s.type().groupKind(),
                        TreeMap::new,
                        Collectors.groupingBy(PlanStep::action, TreeMap::new, Collectors.counting())));
        return counts.entrySet().stream()
                .flatMap(k -> k.getValue().entrySet().stream()
                        .map(a -> new KindCount(k.getKey(), a.getKey().word(), a.getValue())))
                .toList();
    }
}
